import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useTicketTexts } from '../api/queries.js';
import { queryClient } from '../api/query-client.js';
import { useMay } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { tellFailed } from '../ui/tell.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Conversation.module.css';

/** Texts about this ticket that did not arrive, why, and a way to send them again. */
export function FailedTexts({ number }: { number: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const mayReply = useMay('ticket.reply');
  const { data = [] } = useTicketTexts(number);
  const again = useMutation({
    mutationFn: (id: string) => ticketsApi.sendTextAgain(id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.ticketTexts(number) }),
    onError: (error) => tellFailed(t('text.notSent'), problemText(error)),
  });
  const failed = data.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return null;
  return (
    <ul className={classes.failedMails} aria-label={t('text.notSent')}>
      {failed.map((text) => (
        <li key={text.id} role="alert">
          <Icon name="alert" size={16} /> {t('text.notSentTo')} <bdi dir="ltr">{text.recipient}</bdi>
          {text.lastError && (
            <span className={classes.time}>
              {' '}
              <bdi>{text.lastError}</bdi>
            </span>
          )}{' '}
          {mayReply && (
            <Button
              size="compact-sm"
              variant="light"
              loading={again.isPending && again.variables === text.id}
              onClick={() => again.mutate(text.id)}
            >
              {t('text.sendAgain')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
