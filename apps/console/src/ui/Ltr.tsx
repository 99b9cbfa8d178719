import type { ReactNode } from 'react';

/** Ticket numbers, telephone numbers and addresses read from left to right inside any text. */
export function Ltr({ children }: { children: ReactNode }) {
  return <bdi dir="ltr">{children}</bdi>;
}
