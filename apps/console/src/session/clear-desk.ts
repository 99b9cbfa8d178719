import { queryClient } from '../api/query-client.js';
import { keys } from '../api/keys.js';
import { dropDraft } from '../admin/rules/draft.js';
import { clearSelection } from '../tickets/bulk/selection.js';
import { forgetForm } from '../tickets/new-ticket-store.js';
import { takeBackAll } from '../tickets/outgoing.js';
import { closeAllTabs } from '../tickets/tabs.js';
import { useListSettings } from '../tickets/views.js';

let lastUserId: string | undefined;

/** Clears all of a user's data from memory, so that the next user of this browser does not see it. */
export function clearDesk(): void {
  takeBackAll();
  closeAllTabs();
  clearSelection();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] });
  forgetForm();
  dropDraft();
  useListSettings.setState(useListSettings.getInitialState());
}

/** After an expired session the state is kept if the same user signs in again; another user starts empty. */
export function sitDown(userId: string): void {
  if (lastUserId !== undefined && lastUserId !== userId) clearDesk();
  lastUserId = userId;
}
