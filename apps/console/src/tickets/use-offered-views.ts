import { useTranslation } from 'react-i18next';
import { useQueues } from '../api/queries.js';
import type { Queue } from '../api/types.js';
import { usePermission } from '../session/session.js';
import type { IconName } from '../ui/icons.js';
import type { View } from './views.js';

export interface OfferedView {
  view: View;
  icon: IconName;
  name: string;
}

/** The lists of tickets for the current user; none for those who read no tickets. */
export function useOfferedViews(): {
  views: OfferedView[];
  queues: Queue[];
  query: ReturnType<typeof useQueues>;
} {
  const { t } = useTranslation();
  const mayRead = usePermission('ticket.read');
  // Queues belong to the centre; people of an entity have a list of everything that is theirs.
  const mayFollow = usePermission('queue.read_live');
  const query = useQueues();
  if (!mayRead) return { views: [], queues: [], query };
  const views: OfferedView[] = [
    { view: { name: 'mine' }, icon: 'person', name: t('view.mine') },
    { view: { name: 'unassigned' }, icon: 'inbox', name: t('view.unassigned') },
    { view: { name: 'review' }, icon: 'alert', name: t('view.review') },
  ];
  if (!mayFollow) views.push({ view: { name: 'all' }, icon: 'ticket', name: t('view.all') });
  return { views, queues: mayFollow ? (query.data ?? []) : [], query };
}
