import { create } from 'zustand';
import { onUserGone } from '../../session/bind-user.js';

/** Tickets selected in the list for a bulk action. */
export const useSelection = create<{ numbers: ReadonlySet<string> }>()(() => ({ numbers: new Set() }));

export const clearSelection = (): void => useSelection.setState({ numbers: new Set() });
export const select = (numbers: Iterable<string>): void =>
  useSelection.setState({ numbers: new Set(numbers) });

export function toggleSelected(number: string): void {
  useSelection.setState(({ numbers }) => {
    const next = new Set(numbers);
    if (!next.delete(number)) next.add(number);
    return { numbers: next };
  });
}

onUserGone(clearSelection);
