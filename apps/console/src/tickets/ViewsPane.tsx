import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useQueueLive } from '../api/queries.js';
import type { Queue } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { useRooms } from '../live/use-room.js';
import { usePermission } from '../session/session.js';
import { Select } from '../ui/choice-fields.js';
import { Icon, type IconName } from '../ui/icons.js';
import classes from './Tickets.module.css';
import { type OfferedView, useOfferedViews } from './use-offered-views.js';
import { useListSettings, useView, type View, viewParam } from './views.js';

export function ViewsPane() {
  const { t } = useTranslation();
  const { views, queues, query } = useOfferedViews();
  const mayFollow = usePermission('queue.read_live');
  const { localized } = useFormats();
  useRooms(queues.map(({ key }) => `queue:${key}` as const));
  return (
    <>
      <nav className={classes.views} aria-label={t('view.label')}>
        {views.map(({ view, icon, name }) => (
          <ViewLink key={view.name} view={view} icon={icon} text={name} />
        ))}
        {mayFollow && <h2 className={classes.viewsHeading}>{t('view.byQueue')}</h2>}
        {mayFollow && query.isError && (
          <button type="button" className={classes.view} onClick={() => void query.refetch()}>
            {t('error.loading')} {t('action.again')}
          </button>
        )}
        {queues.map((queue) => (
          <ViewLink
            key={queue.key}
            view={{ name: 'queue', key: queue.key }}
            icon="ticket"
            text={localized(queue.name)}
            count={<Waiting queue={queue} />}
          />
        ))}
      </nav>
      <ViewChooser views={views} queues={queues} />
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
function ViewChooser({ views, queues }: { views: OfferedView[]; queues: Queue[] }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const navigate = useNavigate();
  const view = viewParam(useView());
  const ofQueues = queues.map(({ key, name }) => ({ value: `queue:${key}`, label: localized(name) }));
  return (
    <Select
      className={classes.chooser}
      aria-label={t('view.label')}
      value={view}
      onChange={(param) => param && void navigate(`/tickets?view=${encodeURIComponent(param)}`)}
      data={[
        ...views.map((one) => ({ value: viewParam(one.view), label: one.name })),
        ...(ofQueues.length > 0 ? [{ group: t('view.byQueue'), items: ofQueues }] : []),
      ]}
    />
  );
}
