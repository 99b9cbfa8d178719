import { queryClient } from '../api/query-client.js';
import { queryKeys } from '../api/query-keys.js';

let lastUserId: string | undefined;
const clearing: (() => void)[] = [];

/** What keeps data of a user in memory says how it is cleared: the sign-in page loads none of it. */
export function onUserGone(clear: () => void): void {
  clearing.push(clear);
}

/** Clears all of a user's data from memory, so that the next user of this browser does not see it. */
export function unbindUser(): void {
  for (const clear of clearing) clear();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.session[0] });
}

/** After an expired session the state is kept if the same user signs in again; another user starts empty. */
export function bindUser(userId: string): void {
  if (lastUserId !== undefined && lastUserId !== userId) unbindUser();
  lastUserId = userId;
}
