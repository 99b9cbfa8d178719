import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { type ReferralDetail, referralsApi } from '../api/referrals-api.js';
import { usePermission } from '../session/session.js';
import classes from '../tickets/Ticket.module.css';
import { type Action, useActions } from '../ui/actions.js';
import { Icon, type IconName } from '../ui/icons.js';
import { useWorksForEntity } from '../session/works-for-entity.js';
import { CompleteDialog } from './CompleteDialog.js';
import { DecideDialog } from './DecideDialog.js';
import { RecallDialog } from './RecallDialog.js';
import { ReturnDialog } from './ReturnDialog.js';
import { useReferralAction } from './use-referral-action.js';

/** What can be done with the referral, by its state and by who looks at it; each has one key. */
export function ReferralActions({ referral, write }: { referral: ReferralDetail; write: () => void }) {
  const { t } = useTranslation();
  const act = useReferralAction();
  const worksForEntity = useWorksForEntity();
  const maySend = usePermission('referral.send');
  const mayDecide = usePermission('referral.arbitrate');
  const [returning, giveBack] = useDisclosure(false);
  const [completing, complete] = useDisclosure(false);
  const [recalling, recall] = useDisclosure(false);
  const [deciding, decide] = useDisclosure(false);
  const { arbiterSince, binding, id, state, ticket } = referral;
  const isLive = state === 'sent' || state === 'received' || state === 'accepted';
  const accept = () =>
    act.mutate({ ticket, run: () => referralsApi.accept(id), done: t('referral.done.accepted') });
  const offered: (Action & { icon: IconName; strong?: boolean })[] = [
    ...(worksForEntity && isLive && state !== 'accepted'
      ? [{ label: t('referral.accept'), icon: 'check' as const, key: 'a', run: accept, strong: true }]
      : []),
    ...(worksForEntity && state === 'accepted'
      ? [
          {
            label: t('referral.complete'),
            icon: 'check' as const,
            key: 'e',
            run: complete.open,
            strong: true,
          },
        ]
      : []),
    ...(worksForEntity && isLive && !binding
      ? [{ label: t('referral.return'), icon: 'reply' as const, key: 'b', run: giveBack.open }]
      : []),
    ...(isLive ? [{ label: t('referral.write'), icon: 'note' as const, key: 'r', run: write }] : []),
    ...(!worksForEntity && maySend && isLive
      ? [{ label: t('referral.recall'), icon: 'back' as const, run: recall.open }]
      : []),
    ...(!worksForEntity && mayDecide && arbiterSince !== null
      ? [{ label: t('referral.decide'), icon: 'check' as const, key: 'e', run: decide.open, strong: true }]
      : []),
  ];
  useActions(offered);
  return (
    <div className={classes.actions} role="group" aria-label={t('referral.actions')}>
      {offered.map(({ label, icon, key, run, strong }) => (
        <Button
          key={label}
          size="xs"
          variant={strong ? 'filled' : 'default'}
          leftSection={<Icon name={icon} size={15} />}
          onClick={run}
          aria-keyshortcuts={key}
        >
          {label}
        </Button>
      ))}
      {returning && <ReturnDialog referral={referral} close={giveBack.close} />}
      {completing && <CompleteDialog referral={referral} close={complete.close} />}
      {recalling && <RecallDialog referral={referral} close={recall.close} />}
      {deciding && <DecideDialog referral={referral} close={decide.close} />}
    </div>
  );
}
