/** More tabs than fit in a line are no help; the one that was looked at longest ago goes first. */
const MOST = 8;

export interface Tabs {
  /** tickets in the order in which they were opened; numbers alone, as what they say is not for this machine to keep */
  numbers: string[];
  /** the same, last looked at first */
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

/** What is shown when a tab is closed in front of its reader: the one they came from. */
export const tabAfter = ({ recent }: Tabs, number: string): string | undefined =>
  recent.find((other) => other !== number);
