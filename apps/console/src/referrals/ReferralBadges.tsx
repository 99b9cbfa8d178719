import type { ReferralState } from '#wasl/contracts';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../api/referrals-api.js';
import { useFormats } from '../i18n/format.js';
import { SLA_SHAPES } from '../tickets/SlaBadge.js';
import marks from '../tickets/Marks.module.css';
import { useNow } from '../ui/use-now.js';
import { referralDue } from './referral-due.js';

const STATE_SHAPES: Record<ReferralState, string> = {
  sent: '✦',
  received: '○',
  accepted: '●',
  completed: '✓',
  returned: '↩',
  recalled: '■',
};
/** Colours of the statuses of tickets that say the same. */
const STATE_COLOURS: Record<ReferralState, string> = {
  sent: 'new',
  received: 'open',
  accepted: 'open',
  completed: 'resolved',
  returned: 'pending',
  recalled: 'closed',
};

export function ReferralStateBadge({ state }: { state: ReferralState }) {
  const { t } = useTranslation();
  return (
    <span className={marks.status} data-status={STATE_COLOURS[state]}>
      <span aria-hidden="true">{STATE_SHAPES[state]}</span>
      {t(`referral.state.${state}`)}
    </span>
  );
}

/** What is due next, and when: accepting, then completing. */
export function ReferralDueBadge({ referral }: { referral: Referral }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const due = referralDue(referral, now);
  if (!due) return null;
  const when = formats.relative(Date.parse(due.at) - now);
  return (
    <span className={marks.promise} data-state={due.state} title={formats.dateTime(due.at)}>
      <span aria-hidden="true">{SLA_SHAPES[due.state]}</span>
      {t(`referral.due.${due.what}`, { when })}
    </span>
  );
}
