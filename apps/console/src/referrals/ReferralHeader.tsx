import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ReferralDetail } from '../api/referrals-api.js';
import { useFormats } from '../i18n/format.js';
import { PriorityBadge } from '../tickets/TicketBadges.js';
import classes from '../tickets/Ticket.module.css';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import { useWorksForEntity } from '../session/works-for-entity.js';
import { ReferralActions } from './ReferralActions.js';
import { ReferralDueBadge, ReferralStateBadge } from './ReferralBadges.js';
import { useEntityName } from './use-referrals.js';

export function ReferralHeader({ referral, write }: { referral: ReferralDetail; write: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const entityName = useEntityName();
  const worksForEntity = useWorksForEntity();
  const [params] = useSearchParams();
  const { about, arbiterSince, binding, part, returns } = referral;
  return (
    <header className={classes.header}>
      <div className={classes.titleLine}>
        <Link to={{ pathname: '/referrals', search: params.toString() }} className={classes.back}>
          <Icon name="back" />
          <span className="visually-hidden">{t('ticket.backToList')}</span>
        </Link>
        <h1 className={classes.title} dir="auto">
          {part?.title ?? about?.subject ?? t('referral.notShared')}
        </h1>
      </div>
      <div className={classes.facts}>
        {worksForEntity ? (
          <span className={classes.number}>
            <Ltr>{referral.ticket}</Ltr>
          </span>
        ) : (
          <Link to={`/tickets/${referral.ticket}`} className={classes.number}>
            <Ltr>{referral.ticket}</Ltr>
          </Link>
        )}
        <ReferralStateBadge state={referral.state} />
        {!worksForEntity && <bdi>{entityName(referral.entity)}</bdi>}
        {about && <span>{t(`kind.${about.kind}`)}</span>}
        {about && <PriorityBadge priority={about.priority} />}
        <ReferralDueBadge referral={referral} />
        {returns > 0 && <span>{t('referral.returns', { count: returns })}</span>}
        {binding && <strong>{t('referral.binding')}</strong>}
        {arbiterSince && (
          <strong>{t('referral.arbiterSince', { when: formats.dateTime(arbiterSince) })}</strong>
        )}
        <time dateTime={referral.sentAt}>
          {t('referral.sentAt', { when: formats.dateTime(referral.sentAt) })}
        </time>
      </div>
      <ReferralActions referral={referral} write={write} />
    </header>
  );
}
