import { keys } from '../api/keys.js';
import { queryClient } from '../api/query-client.js';
import { sitDown } from './clear-desk.js';
import { type SessionAnswer, userOf } from './session.js';

/** Stores the new session; the app then shows the workspace, or the enrolment of a second factor. */
export function signedIn(answer: SessionAnswer): void {
  sitDown(answer.user.id);
  queryClient.setQueryData(keys.session, userOf(answer));
}
