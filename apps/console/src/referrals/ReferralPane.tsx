import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReferral } from './use-referrals.js';
import { LoadError } from '../ui/LoadError.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import type { ReferralDetail } from '../api/referrals-api.js';
import { MatterCard } from './MatterCard.js';
import { ReferralComposer } from './ReferralComposer.js';
import { ReferralHeader } from './ReferralHeader.js';
import { ReferralThread } from './ReferralThread.js';
import { Said } from './Said.js';
import classes from './Referrals.module.css';
import { useEntityName } from './use-referrals.js';

export function ReferralPane({ id }: { id: string }) {
  const referral = useReferral(id);
  const [asked, setAsked] = useState(0);
  if (referral.isPending) return <LoadingIndicator />;
  if (!referral.data) return <LoadError error={referral.error} again={() => void referral.refetch()} />;
  const isLive = ['sent', 'received', 'accepted'].includes(referral.data.state);
  return (
    <div className={classes.pane}>
      <ReferralHeader referral={referral.data} write={() => setAsked((times) => times + 1)} />
      <div className={classes.body}>
        <Outcome referral={referral.data} />
        <MatterCard referral={referral.data} />
        <ReferralThread referral={referral.data} />
      </div>
      {isLive && <ReferralComposer referral={referral.data} asked={asked} />}
    </div>
  );
}

/** What was decided, and how it ended. */
function Outcome({ referral }: { referral: ReferralDetail }) {
  const { t } = useTranslation();
  const entityName = useEntityName();
  const { answer, belongsTo, decision, outcome, proof, reason, state } = referral;
  return (
    <>
      {decision && (
        <Said
          title={t('referral.decidedFor', { entity: entityName(decision.entity) })}
          text={decision.reason}
          at={decision.at}
        />
      )}
      {outcome && (
        <Said
          title={t(`referral.outcome.${outcome}`)}
          text={answer}
          at={referral.endedAt}
          files={proof}
          referral={referral.id}
        />
      )}
      {(state === 'returned' || state === 'recalled') && (
        <Said
          title={
            belongsTo
              ? t('referral.returnedFor', { entity: entityName(belongsTo) })
              : t(`referral.ended.${state}`)
          }
          text={reason}
          at={referral.endedAt}
        />
      )}
    </>
  );
}
