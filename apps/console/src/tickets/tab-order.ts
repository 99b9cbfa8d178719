/** Limit on open tabs; the least recently viewed one is closed. */
const MOST = 8;

export interface Tabs {
  /** in the order of opening; only numbers are stored, no personal data */
  numbers: string[];
  /** the same, most recently viewed first */
  recent: string[];
}

export function withTab({ numbers, recent }: Tabs, number: string): Tabs {
  const order = [number, ...recent.filter((other) => other !== number)].slice(0, MOST);
  const all = numbers.includes(number) ? numbers : [...numbers, number];
  return { numbers: all.filter((other) => order.includes(other)), recent: order };
}

export const withoutTab = ({ numbers, recent }: Tabs, number: string): Tabs => ({
  numbers: numbers.filter((other) => other !== number),
  recent: recent.filter((other) => other !== number),
});

/** The tab to show after closing the current one: the one viewed before. */
export const tabAfter = ({ recent }: Tabs, number: string): string | undefined =>
  recent.find((other) => other !== number);
