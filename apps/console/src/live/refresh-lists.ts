import { keys } from '../api/keys.js';
import { queryClient } from '../api/query-client.js';

/** However many tickets change at once, the lists on the screen are read again at most this often. */
const PAUSE = 1_500;
let waiting: ReturnType<typeof setTimeout> | undefined;

export function refreshLists(): void {
  waiting ??= setTimeout(() => {
    waiting = undefined;
    void queryClient.invalidateQueries({ queryKey: keys.ticketLists });
  }, PAUSE);
}
