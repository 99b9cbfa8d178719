import { sessionApi } from '../api/api.js';
import { hasStatus } from '../api/problem.js';
import { queryClient } from '../api/query-client.js';
import { queryKeys } from '../api/query-keys.js';
import { sendAllNow } from '../tickets/outgoing-messages.js';
import { unbindUser } from './bind-user.js';
import { markSignedOut } from './signed-out.js';

/** Signs out and clears the user's data for the next user of this browser. */
export async function signOut(): Promise<void> {
  await sendAllNow();
  // Before the answer: the end of the session also closes the connection, whereupon the sign-in page may show at once.
  markSignedOut(true);
  await sessionApi.signOut().catch((error: unknown) => {
    if (hasStatus(error, 401)) return;
    markSignedOut(false);
    throw error;
  });
  queryClient.setQueryData(queryKeys.session, null);
  unbindUser();
}
