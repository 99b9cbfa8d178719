import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import type { Ticket } from '../api/types.js';
import { ReferDialog } from '../referrals/ReferDialog.js';
import { usePermission, useCurrentUser } from '../session/session.js';
import { useActions } from '../ui/actions.js';
import { Icon } from '../ui/icons.js';
import { AssignDialog } from './AssignDialog.js';
import { MergeSplitMenu } from './MergeSplitMenu.js';
import { PendingMenu } from './PendingMenu.js';
import { ResolveDialog } from './ResolveDialog.js';
import classes from './Ticket.module.css';
import { TransferDialog } from './TransferDialog.js';
import { useTicketAction } from './use-ticket-action.js';
import type { TicketPatching } from './use-ticket-patch.js';

export function TicketActions({ ticket, patching }: { ticket: Ticket; patching: TicketPatching }) {
  const { t } = useTranslation();
  const me = useCurrentUser();
  const mayAssign = usePermission('ticket.assign');
  const mayAssignOthers = usePermission('ticket.assign_others');
  const mayUpdate = usePermission('ticket.update');
  const [resolving, resolve] = useDisclosure(false);
  const [moving, move] = useDisclosure(false);
  const [giving, give] = useDisclosure(false);
  const [referring, refer] = useDisclosure(false);
  const mayRefer = usePermission('referral.send');
  const act = useTicketAction();
  const isSettled = ticket.status === 'resolved' || ticket.status === 'closed';
  const canTake = mayAssign && !isSettled && ticket.assignee?.id !== me.id;
  const canSettle = mayUpdate && !isSettled;
  const take = () =>
    act.mutate({ run: () => ticketsApi.assign(ticket.number, me.id), done: t('done.assigned') });
  const canRefer = mayRefer && !isSettled;
  const canGive = mayAssignOthers && !isSettled;
  const canReopen = mayUpdate && isSettled && !ticket.mergedInto;
  const reopen = () => act.mutate({ run: () => ticketsApi.reopen(ticket.number), done: t('done.reopened') });
  useActions([
    ...(canTake ? [{ label: t('action.assignToMe'), icon: 'person' as const, key: 'a', run: take }] : []),
    ...(canSettle
      ? [
          { label: t('action.resolve'), icon: 'check' as const, key: 'e', run: resolve.open },
          { label: t('action.transfer'), icon: 'transfer' as const, run: move.open },
        ]
      : []),
    ...(canRefer ? [{ label: t('referral.send'), icon: 'refer' as const, run: refer.open }] : []),
    ...(canGive ? [{ label: t('action.assignToOther'), icon: 'people' as const, run: give.open }] : []),
    ...(canReopen ? [{ label: t('action.reopen'), icon: 'reopen' as const, run: reopen }] : []),
  ]);
  return (
    <div className={classes.actions} role="group" aria-label={t('ticket.actions')}>
      {canTake && (
        <Button
          size="xs"
          variant="light"
          leftSection={<Icon name="person" size={15} />}
          onClick={take}
          aria-keyshortcuts="a"
        >
          {t('action.assignToMe')}
        </Button>
      )}
      {canGive && (
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="people" size={15} />}
          onClick={give.open}
        >
          {t('action.assignToOther')}
        </Button>
      )}
      {canSettle && (
        <Button
          size="xs"
          variant="light"
          leftSection={<Icon name="check" size={15} />}
          onClick={resolve.open}
          aria-keyshortcuts="e"
        >
          {t('action.resolve')}
        </Button>
      )}
      {canSettle && (
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="transfer" size={15} />}
          onClick={move.open}
        >
          {t('action.transfer')}
        </Button>
      )}
      {canRefer && (
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="refer" size={15} />}
          onClick={refer.open}
        >
          {t('referral.send')}
        </Button>
      )}
      {canSettle && <PendingMenu ticket={ticket} patching={patching} />}
      {canReopen && (
        <Button size="xs" variant="light" leftSection={<Icon name="reopen" size={15} />} onClick={reopen}>
          {t('action.reopen')}
        </Button>
      )}
      {mayUpdate && ticket.status === 'resolved' && (
        <Button
          size="xs"
          variant="default"
          onClick={() => act.mutate({ run: () => ticketsApi.close(ticket.number), done: t('done.closed') })}
        >
          {t('action.closeTicket')}
        </Button>
      )}
      {mayUpdate && !ticket.mergedInto && <MergeSplitMenu ticket={ticket} />}
      {referring && <ReferDialog ticket={ticket} close={refer.close} />}
      <ResolveDialog ticket={ticket} opened={resolving} close={resolve.close} />
      <AssignDialog ticket={ticket} opened={giving} close={give.close} />
      <TransferDialog ticket={ticket} opened={moving} close={move.close} />
    </div>
  );
}
