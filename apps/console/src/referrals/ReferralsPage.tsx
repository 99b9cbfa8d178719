import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useRoom } from '../live/use-room.js';
import { useCurrentUser, usePermission } from '../session/session.js';
import classes from '../tickets/Tickets.module.css';
import { EmptyState } from '../ui/EmptyState.js';
import { Icon, type IconName } from '../ui/icons.js';
import { Select } from '../ui/choice-fields.js';
import { useTitle } from '../ui/use-title.js';
import { useWorksForEntity } from '../session/works-for-entity.js';
import { type Box, boxesFor, boxOf } from './boxes.js';
import { ReferralList } from './ReferralList.js';
import { ReferralPane } from './ReferralPane.js';
import { useReferralDesk } from './use-referrals.js';

const ICONS: Record<Box, IconName> = {
  inbox: 'inbox',
  done: 'check',
  back: 'reply',
  sent: 'refer',
  arbiter: 'alert',
};

/** The desk of an entity's officers, and what the centre has sent: boxes, list and referral. */
export function ReferralsPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const { entity } = useCurrentUser();
  const worksForEntity = useWorksForEntity();
  const arbitrates = usePermission('referral.arbitrate');
  const [params, setParams] = useSearchParams();
  const offered = boxesFor({ worksForEntity, arbitrates });
  const box = boxOf(params.get('box'), offered);
  useRoom(worksForEntity && entity !== null ? `referrals:${entity}` : undefined);
  useTitle(t('referral.title'));
  return (
    <div className={classes.page} data-open={id ? true : undefined}>
      {!id && <h1 className="visually-hidden">{t('referral.title')}</h1>}
      <nav className={classes.views} aria-label={t('referral.boxes')}>
        {offered.map((one) => (
          <Link
            key={one}
            to={`/referrals?box=${one}`}
            className={classes.view}
            aria-current={one === box ? 'page' : undefined}
          >
            <Icon name={ICONS[one]} />
            <span className={classes.viewText}>{t(textOf(one, worksForEntity))}</span>
            {one === 'inbox' && worksForEntity && <Waiting />}
          </Link>
        ))}
      </nav>
      <Select
        className={classes.chooser}
        aria-label={t('referral.boxes')}
        value={box}
        onChange={(value) => value && setParams({ box: value })}
        data={offered.map((one) => ({ value: one, label: t(textOf(one, worksForEntity)) }))}
      />
      <ReferralList box={box} current={id} />
      <section className={classes.ticket} aria-label={t('referral.region')}>
        <div className={classes.opened}>
          {id ? (
            <ReferralPane key={id} id={id} />
          ) : (
            <EmptyState icon="inbox" title={t('referral.none')} text={t('referral.noneHint')} />
          )}
        </div>
      </section>
    </div>
  );
}

/** How many referrals nobody has accepted, told by the room of the desk. */
function Waiting() {
  const { t } = useTranslation();
  const desk = useReferralDesk();
  if (!desk.data) return null;
  const count = desk.data.waiting;
  return (
    <span className={classes.count}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t('view.waiting', { count })}</span>
    </span>
  );
}

/** What is an inbox to an entity is, to the centre, what was sent for its tickets. */
const textOf = (box: Box, worksForEntity: boolean) =>
  box === 'inbox' && !worksForEntity ? ('referral.box.mine' as const) : (`referral.box.${box}` as const);
