import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useTicketMail } from '../api/queries.js';
import { queryClient } from '../api/query-client.js';
import { useMay } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { tellFailed } from '../ui/tell.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Conversation.module.css';

/** Mail of this ticket that could not be delivered, why, and a way to send it again. */
export function FailedMails({ number }: { number: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const mayReply = useMay('ticket.reply');
  const { data = [] } = useTicketMail(number);
  const again = useMutation({
    mutationFn: (id: string) => ticketsApi.sendMailAgain(id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.ticketMail(number) }),
    onError: (error) => tellFailed(t('mail.notSent'), problemText(error)),
  });
  const failed = data.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return null;
  return (
    <ul className={classes.failedMails} aria-label={t('mail.notSent')}>
      {failed.map((mail) => (
        <li key={mail.id} role="alert">
          <Icon name="alert" size={16} /> {t('mail.notSentTo')} <bdi dir="ltr">{mail.recipient}</bdi>
          {mail.lastError && (
            <span className={classes.time}>
              {' '}
              <bdi>{mail.lastError}</bdi>
            </span>
          )}{' '}
          {mayReply && (
            <Button
              size="compact-sm"
              variant="light"
              loading={again.isPending && again.variables === mail.id}
              onClick={() => again.mutate(mail.id)}
            >
              {t('mail.sendAgain')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
