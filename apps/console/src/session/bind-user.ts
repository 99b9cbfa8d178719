import { queryClient } from '../api/query-client.js';
import { queryKeys } from '../api/query-keys.js';
import { discardDraft } from '../admin/rules/rules-draft.js';
import { clearSelection } from '../tickets/bulk/selection.js';
import { resetTicketForm } from '../tickets/new-ticket-store.js';
import { cancelAllSends } from '../tickets/outgoing-messages.js';
import { closeAllTabs } from '../tickets/tabs.js';
import { useListSettings } from '../tickets/views.js';

let lastUserId: string | undefined;

/** Clears all of a user's data from memory, so that the next user of this browser does not see it. */
export function unbindUser(): void {
  cancelAllSends();
  closeAllTabs();
  clearSelection();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.session[0] });
  resetTicketForm();
  discardDraft();
  useListSettings.setState(useListSettings.getInitialState());
}

/** After an expired session the state is kept if the same user signs in again; another user starts empty. */
export function bindUser(userId: string): void {
  if (lastUserId !== undefined && lastUserId !== userId) unbindUser();
  lastUserId = userId;
}
