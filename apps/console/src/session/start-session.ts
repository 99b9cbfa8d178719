import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import { bindUser } from './bind-user.js';
import { type SessionAnswer, userOf } from './session.js';

/** Stores the new session; the app then shows the workspace, or the enrolment of a second factor. */
export function startSession(answer: SessionAnswer): void {
  bindUser(answer.user.id);
  queryClient.setQueryData(queryKeys.session, userOf(answer));
}
