import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Referral } from '../api/referrals-api.js';
import { useFormats } from '../i18n/format.js';
import { PriorityBadge } from '../tickets/TicketBadges.js';
import classes from '../tickets/Tickets.module.css';
import { useActions } from '../ui/actions.js';
import { EmptyState } from '../ui/EmptyState.js';
import { LoadError } from '../ui/LoadError.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { LoadMoreButton } from '../ui/LoadMoreButton.js';
import { Ltr } from '../ui/Ltr.js';
import { serverNow } from '../ui/server-clock.js';
import { useWorksForEntity } from '../session/works-for-entity.js';
import type { Box } from './boxes.js';
import { ReferralDueBadge, ReferralStateBadge } from './ReferralBadges.js';
import own from './Referrals.module.css';
import { useEntityName, useReferralList } from './use-referrals.js';

export function ReferralList({ box, current }: { box: Box; current: string | undefined }) {
  const { t } = useTranslation();
  const list = useReferralList(box);
  const referrals = list.data?.pages.flatMap((page) => page.data) ?? [];
  useListKeys(
    referrals.map(({ id }) => id),
    current,
  );
  return (
    <section className={classes.list} aria-label={t('referral.list')}>
      <div className={classes.scroller}>
        {list.isPending && <LoadingIndicator />}
        {list.isError && <LoadError error={list.error} again={() => void list.refetch()} />}
        {list.isSuccess && referrals.length === 0 && (
          <EmptyState icon="inbox" title={t(`referral.empty.${box}`)} />
        )}
        <ul className={own.rows}>
          {referrals.map((referral) => (
            <li key={referral.id}>
              <ReferralRow referral={referral} isCurrent={referral.id === current} />
            </li>
          ))}
        </ul>
        <LoadMoreButton list={list} />
      </div>
    </section>
  );
}

function ReferralRow({ referral, isCurrent }: { referral: Referral; isCurrent: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const entityName = useEntityName();
  const worksForEntity = useWorksForEntity();
  const [params] = useSearchParams();
  const { about, asked, part, returns } = referral;
  return (
    <Link
      to={{ pathname: `/referrals/${referral.id}`, search: params.toString() }}
      className={classes.row}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <span className={classes.rowTop}>
        <span className={classes.subject} dir="auto" data-unread={referral.state === 'sent' || undefined}>
          {part?.title ?? about?.subject ?? t('referral.notShared')}
        </span>
        <time dateTime={referral.updatedAt} className={classes.quiet}>
          {formats.short(referral.updatedAt, serverNow())}
        </time>
      </span>
      <span className={classes.rowFacts}>
        <Ltr>{referral.ticket}</Ltr>
        {!worksForEntity && <bdi className={classes.who}>{entityName(referral.entity)}</bdi>}
        {returns > 0 && <span>{t('referral.returns', { count: returns })}</span>}
      </span>
      <span className={classes.rowFacts}>
        <ReferralStateBadge state={referral.state} />
        {about && about.priority !== 'normal' && <PriorityBadge priority={about.priority} />}
        <ReferralDueBadge referral={referral} />
        {asked && <strong>{t('referral.asked')}</strong>}
      </span>
    </Link>
  );
}

/** j and k open the next and the previous referral of the list. */
function useListKeys(ids: string[], current: string | undefined): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const go = (step: number) => {
    const at = current === undefined ? -1 : ids.indexOf(current);
    const id = ids[at === -1 ? 0 : at + step];
    if (id === undefined) return;
    void navigate(
      { pathname: `/referrals/${id}`, search: params.toString() },
      { replace: current !== undefined },
    );
  };
  useActions([
    { label: t('referral.next'), key: 'j', run: () => go(1) },
    { label: t('referral.previous'), key: 'k', run: () => go(-1) },
  ]);
}
