import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import type { Message } from '../api/types.js';
import { usePermission } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import { notifySuccess, notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Conversation.module.css';

type Held = NonNullable<Message['held']>;

/** Explains why a message is held for staff, and lets an agent accept or dismiss it. */
export function HeldMessage({ number, id, held }: { number: string; id: string; held: Held }) {
  const { t } = useTranslation();
  const mayDecide = usePermission('ticket.reply');
  const decide = useDecide(number, id);
  if (held.state === 'accepted') return null;
  const isWaiting = held.state === 'waiting';
  return (
    <div className={classes.held} data-state={held.state} role="group" aria-label={t('held.hidden')}>
      <p className={classes.heldWhy}>
        <Icon name="alert" size={16} /> {t(`held.reason.${held.reason}`)}
        {': '}
        {held.name && <bdi>{held.name}</bdi>} <Ltr>{held.address}</Ltr>
      </p>
      <p className={classes.heldHint}>
        {isWaiting ? t('held.hidden') : t('held.dismissed')}{' '}
        {isWaiting && held.reason === 'not_participant' && t('held.joins')}
      </p>
      {mayDecide && (
        <div className={classes.heldDecision}>
          <Button
            size="compact-sm"
            variant={isWaiting ? 'filled' : 'default'}
            loading={decide.isPending && decide.variables === 'accept'}
            onClick={() => decide.mutate('accept')}
          >
            {t('held.accept')}
          </Button>
          {isWaiting && (
            <Button
              size="compact-sm"
              variant="default"
              loading={decide.isPending && decide.variables === 'dismiss'}
              onClick={() => decide.mutate('dismiss')}
            >
              {t('held.dismiss')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function useDecide(number: string, id: string) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: (decision: 'accept' | 'dismiss') =>
      decision === 'accept' ? ticketsApi.acceptHeld(number, id) : ticketsApi.dismissHeld(number, id),
    onSuccess: ({ state }) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.ticket(number) });
      void queryClient.invalidateQueries({ queryKey: queryKeys.ticketLists });
      notifySuccess(t(state === 'accepted' ? 'held.acceptedNow' : 'held.dismissedNow'));
    },
    onError: (error) => notifyError(t('held.failed'), problemText(error)),
  });
}
