import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Referral } from '../api/referrals-api.js';
import { Icon } from '../ui/icons.js';
import { ReferralDueBadge, ReferralStateBadge } from './ReferralBadges.js';
import classes from './Referrals.module.css';
import { useEntityName, useTicketReferrals } from './use-referrals.js';

/** With whom a ticket lies, and what came back. */
export function TicketReferrals({ number }: { number: string }) {
  const { t } = useTranslation();
  const referrals = useTicketReferrals(number);
  if (referrals.isError) return <p className={classes.ticket}>{t('error.loading')}</p>;
  if (!referrals.data?.length) return null;
  return (
    <section className={classes.ticket} aria-label={t('referral.title')}>
      <h2>
        <Icon name="refer" size={14} /> {t('referral.title')}
      </h2>
      <ul>
        {referrals.data.map((referral) => (
          <TicketReferral key={referral.id} referral={referral} />
        ))}
      </ul>
    </section>
  );
}

function TicketReferral({ referral }: { referral: Referral }) {
  const { t } = useTranslation();
  const entityName = useEntityName();
  const { answer, arbiterSince, asked, outcome, part, reason } = referral;
  const said = answer ?? reason;
  return (
    <li>
      <Link to={`/referrals/${referral.id}?box=sent`}>
        <bdi>{entityName(referral.entity)}</bdi>
      </Link>
      {part && <bdi>{part.title}</bdi>}
      <ReferralStateBadge state={referral.state} />
      {outcome && <span>{t(`referral.outcome.${outcome}`)}</span>}
      <ReferralDueBadge referral={referral} />
      {asked && <strong>{t('referral.asked')}</strong>}
      {arbiterSince !== null && <strong>{t('referral.withArbiter')}</strong>}
      {said && (
        <span className={classes.said} dir="auto">
          {said}
        </span>
      )}
    </li>
  );
}
