import { queryClient } from '../api/query-client.js';
import { keys } from '../api/keys.js';
import { dropDraft } from '../admin/rules/draft.js';
import { clearSelection } from '../tickets/bulk/selection.js';
import { forgetForm } from '../tickets/new-ticket-store.js';
import { takeBackAll } from '../tickets/outgoing.js';
import { closeAllTabs } from '../tickets/tabs.js';
import { useListSettings } from '../tickets/views.js';

let lastAtDesk: string | undefined;

/** Forgets what one person looked for, read and filled in, so that the next one at this desk does not find it. */
export function clearDesk(): void {
  takeBackAll();
  closeAllTabs();
  clearSelection();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] });
  forgetForm();
  dropDraft();
  useListSettings.setState(useListSettings.getInitialState());
}

/** A session that ended by itself keeps the work for whoever comes back, and for nobody else. */
export function sitDown(userId: string): void {
  if (lastAtDesk !== undefined && lastAtDesk !== userId) clearDesk();
  lastAtDesk = userId;
}
