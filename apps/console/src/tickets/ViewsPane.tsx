import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useQueueLive, useQueues } from '../api/queries.js';
import type { Queue } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { useRooms } from '../live/use-room.js';
import { usePermission } from '../session/session.js';
import { Select } from '../ui/choice-fields.js';
import { Icon, type IconName } from '../ui/icons.js';
import classes from './Tickets.module.css';
import { useListSettings, useView, type View, viewParam } from './views.js';

export function ViewsPane() {
  const { t } = useTranslation();
  // Queues belong to the centre; people of an entity have a list of everything that is theirs.
  const mayFollow = usePermission('queue.read_live');
  const queues = useQueues();
  const shown = mayFollow ? (queues.data ?? []) : [];
  const { localized } = useFormats();
  useRooms(shown.map(({ key }) => `queue:${key}` as const));
  return (
    <>
      <nav className={classes.views} aria-label={t('view.label')}>
        <ViewLink view={{ name: 'mine' }} icon="person" text={t('view.mine')} />
        <ViewLink view={{ name: 'unassigned' }} icon="inbox" text={t('view.unassigned')} />
        <ViewLink view={{ name: 'review' }} icon="alert" text={t('view.review')} />
        {mayFollow ? (
          <h2 className={classes.viewsHeading}>{t('view.byQueue')}</h2>
        ) : (
          <ViewLink view={{ name: 'all' }} icon="ticket" text={t('view.all')} />
        )}
        {mayFollow && queues.isError && (
          <button type="button" className={classes.view} onClick={() => void queues.refetch()}>
            {t('error.loading')} {t('action.again')}
          </button>
        )}
        {shown.map((queue) => (
          <ViewLink
            key={queue.key}
            view={{ name: 'queue', key: queue.key }}
            icon="ticket"
            text={localized(queue.name)}
            count={<Waiting queue={queue} />}
          />
        ))}
      </nav>
      <ViewChooser queues={shown} />
    </>
  );
}

function ViewLink(props: { view: View; icon: IconName; text: string; count?: React.ReactNode }) {
  const current = useView();
  const searching = useListSettings((settings) => settings.search !== '');
  const param = viewParam(props.view);
  const isCurrent = !searching && viewParam(current) === param;
  return (
    <Link
      to={`/tickets?view=${encodeURIComponent(param)}`}
      className={classes.view}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => useListSettings.setState({ search: '' })}
    >
      <Icon name={props.icon} />
      <span className={classes.viewText}>{props.text}</span>
      {props.count}
    </Link>
  );
}

/** Number of waiting tickets of a queue, kept up to date by its live room. */
function Waiting({ queue }: { queue: Queue }) {
  const { t } = useTranslation();
  const live = useQueueLive(queue.key);
  if (!live.data) return null;
  return (
    <span className={classes.count}>
      <span aria-hidden="true">{live.data.waiting}</span>
      <span className="visually-hidden">{t('view.waiting', { count: live.data.waiting })}</span>
    </span>
  );
}

/** The views as a select, for narrow screens. */
function ViewChooser({ queues }: { queues: Queue[] }) {
  const { t } = useTranslation();
  const mayFollow = usePermission('queue.read_live');
  const { localized } = useFormats();
  const navigate = useNavigate();
  const view = viewParam(useView());
  return (
    <Select
      className={classes.chooser}
      aria-label={t('view.label')}
      value={view}
      onChange={(param) => param && void navigate(`/tickets?view=${encodeURIComponent(param)}`)}
      data={[
        { value: 'mine', label: t('view.mine') },
        { value: 'unassigned', label: t('view.unassigned') },
        { value: 'review', label: t('view.review') },
        ...(mayFollow
          ? [
              {
                group: t('view.byQueue'),
                items: queues.map((queue) => ({ value: `queue:${queue.key}`, label: localized(queue.name) })),
              },
            ]
          : [{ value: 'all', label: t('view.all') }]),
      ]}
    />
  );
}
