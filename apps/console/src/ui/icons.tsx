import type { ReactNode } from 'react';

const SHAPES = {
  ticket:
    'M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v3a2 2 0 0 0 0 4v3a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-3a2 2 0 0 0 0-4zM14 5v2m0 4v2m0 4v2',
  board: 'M4 20V10m6 10V4m6 16v-7m4 7H2',
  chart: 'M3 3v18h18M7 15l4-5 3 3 6-8',
  download: 'M12 4v11m-5-5 5 5 5-5M4 20h16',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 21 21',
  plus: 'M12 5v14M5 12h14',
  phone: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A16 16 0 0 1 4 5a1 1 0 0 1 1-1z',
  email: 'M4 6h16v12H4zM4 7l8 6 8-6',
  web: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  mobile: 'M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 18h2',
  counter: 'M4 21V9l8-5 8 5v12M4 21h16M9 21v-6h6v6',
  chat: 'M4 5h16v11H9l-5 4z',
  open311:
    'M12 21s7-6.5 7-12A7 7 0 0 0 5 9c0 5.500 7 12 7 12zM12 11.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  api: 'M8 8l-4 4 4 4M16 8l4 4-4 4M13.500 6l-3 12',
  note: 'M5 4h14v10l-5 6H5zM14 20v-6h5',
  reply: 'M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7',
  check: 'M5 13l4 4L19 7',
  close: 'M6 6l12 12M18 6 6 18',
  transfer: 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3.500-7 8-7s8 3 8 7',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c0-3.500 3-6 6.500-6s6.500 2.500 6.500 6M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14.500c2 .8 3.500 2.800 3.500 5.500',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3v5M15 3v5',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2',
  alert: 'M12 4 2.500 20h19zM12 10v4M12 17v.5',
  attach:
    'M19 11l-7.500 7.500a4.500 4.500 0 0 1-6.500-6.500L13 4a3 3 0 0 1 4.500 4.500L9.500 16.500a1.500 1.500 0 0 1-2-2L14 8',
  history: 'M4 5v5h5M4.500 10a8 8 0 1 1-.5 4M12 8v4l3 2',
  eye: 'M2 12s3.500-7 10-7 10 7 10 7-3.500 7-10 7-10-7-10-7zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  back: 'M15 5l-7 7 7 7',
  down: 'M6 9l6 6 6-6',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.500 1.500m11 11L19 19M19 5l-1.500 1.500m-11 11L5 19',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.4-1 .9-1 1.700M12 17v.3',
  reopen: 'M5 12a7 7 0 1 0 2-5M7 3v4h4',
  merge: 'M6 4v4c0 4 12 4 12 8v4M18 4v4c0 4-12 4-12 8v4m-3-3 3 3 3-3',
  split: 'M12 21v-8M12 13 5 5m0 5V5h5M12 13l7-8m-5 0h5v5',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1.500 1.500M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1.500-1.500',
  refer: 'M3 20V10l5-4 5 4v10zM7 20v-5h2v5M16 12h5m-2.500-2.500L21 12l-2.500 2.500',
  inbox: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5',
  out: 'M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9',
} as const;
export type IconName = keyof typeof SHAPES;

/** Directional icons are mirrored in right-to-left text. */
const MIRRORED = new Set<IconName>([
  'reply',
  'back',
  'transfer',
  'refer',
  'reopen',
  'out',
  'note',
  'history',
  'chat',
]);

/** Always beside a text or inside a labelled control, so it is hidden from screen readers. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      data-mirrored={MIRRORED.has(name) || undefined}
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
