import { keys } from '../api/keys.js';
import { queryClient } from '../api/query-client.js';
import { sitDown } from './clear-desk.js';
import { type SessionAnswer, userOf } from './session.js';

/** Who has signed in is at work, or at the enrolment of a second factor. */
export function signedIn(answer: SessionAnswer): void {
  sitDown(answer.user.id);
  queryClient.setQueryData(keys.session, userOf(answer));
}
