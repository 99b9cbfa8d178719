import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import { usePermission } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Conversation.module.css';

/** Outgoing media: query key, list and retry requests. */
const MEDIA = {
  mail: { keyOf: queryKeys.ticketMail, read: ticketsApi.mail, sendAgain: ticketsApi.sendMailAgain },
  text: { keyOf: queryKeys.ticketTexts, read: ticketsApi.texts, sendAgain: ticketsApi.sendTextAgain },
};

/** Messages of this ticket that could not be delivered, with the reason and a retry button. */
export function DeliveryFailures({ number, medium }: { number: string; medium: keyof typeof MEDIA }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const mayReply = usePermission('ticket.reply');
  const { keyOf, read, sendAgain } = MEDIA[medium];
  const queryKey = keyOf(number);
  const { data = [] } = useQuery({ queryKey, queryFn: async () => (await read(number)).data });
  const again = useMutation({
    mutationFn: (id: string) => sendAgain(id),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
    onError: (error) => notifyError(t(`${medium}.notSent`), problemText(error)),
  });
  const failed = data.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return null;
  return (
    <ul className={classes.failedToArrive} aria-label={t(`${medium}.notSent`)}>
      {failed.map(({ id, recipient, lastError }) => (
        <li key={id} role="alert">
          <Icon name="alert" size={16} /> {t(`${medium}.notSentTo`)} <bdi dir="ltr">{recipient}</bdi>
          {lastError && (
            <span className={classes.time}>
              {' '}
              <bdi>{lastError}</bdi>
            </span>
          )}{' '}
          {mayReply && (
            <Button
              size="compact-sm"
              variant="light"
              loading={again.isPending && again.variables === id}
              onClick={() => again.mutate(id)}
            >
              {t(`${medium}.sendAgain`)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
