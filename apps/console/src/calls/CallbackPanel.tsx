import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ATTEMPT_OUTCOMES, type AttemptOutcome } from '#wasl/contracts';
import { callbacksApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import type { Callback } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { useCurrentUser } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import { notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import own from './Calls.module.css';

/** Tag of tickets that request a callback. */
const CALLBACK_TAG = 'callback';

/** Callbacks of a ticket: past attempts and the next actions. */
export function CallbackPanel({ number, tags }: { number: string; tags: string[] }) {
  const callbacks = useQuery({
    queryKey: queryKeys.callbacks(number),
    queryFn: async () => (await callbacksApi.ofTicket(number)).data,
    enabled: tags.includes(CALLBACK_TAG),
  });
  if (!callbacks.data?.length) return null;
  return callbacks.data.map((callback) => (
    <CallbackCard key={callback.id} callback={callback} ticket={number} />
  ));
}

function CallbackCard({ callback, ticket }: { callback: Callback; ticket: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const open = callback.state === 'waiting' || callback.state === 'calling';
  return (
    <section className={own.callback} aria-label={t('callback.label')}>
      <h2 className={own.label}>
        <Icon name="phone" size={16} /> {t('callback.label')} <Ltr>{callback.number}</Ltr>{' '}
        <span>{t(`callback.state.${callback.state}`)}</span>
      </h2>
      {callback.attempts.length > 0 && (
        <ol className={own.list}>
          {callback.attempts.map((attempt) => (
            <li key={attempt.at}>
              <time dateTime={attempt.at}>{formats.dateTime(attempt.at)}</time> <bdi>{attempt.agent}</bdi>{' '}
              {attempt.outcome ? t(`callback.outcome.${attempt.outcome}`) : t('callback.state.calling')}
            </li>
          ))}
        </ol>
      )}
      {open && <Buttons callback={callback} ticket={ticket} />}
    </section>
  );
}

function Buttons({ callback, ticket }: { callback: Callback; ticket: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const me = useCurrentUser().id;
  const settled = {
    onSettled: () => void queryClient.invalidateQueries({ queryKey: queryKeys.ticket(ticket) }),
    onError: (error: Error) => notifyError(t('callback.failed'), problemText(error)),
  };
  const begin = useMutation({ mutationFn: () => callbacksApi.begin(callback.id), ...settled });
  const settle = useMutation({
    mutationFn: (outcome: AttemptOutcome) => callbacksApi.settle(callback.id, outcome),
    ...settled,
  });
  if (callback.state === 'calling' && callback.agent?.id !== me) {
    return <p>{t('callback.takenBy', { name: callback.agent?.name ?? '' })}</p>;
  }
  if (callback.state === 'waiting') {
    return (
      <Button
        component="a"
        href={`tel:${callback.number}`}
        leftSection={<Icon name="phone" size={16} />}
        onClick={() => begin.mutate()}
      >
        {t('callback.call')}
      </Button>
    );
  }
  return (
    <Group gap="xs" role="group" aria-label={t('callback.how')}>
      {ATTEMPT_OUTCOMES.map((outcome) => (
        <Button
          key={outcome}
          variant={outcome === 'reached' ? 'filled' : 'default'}
          loading={settle.isPending && settle.variables === outcome}
          onClick={() => settle.mutate(outcome)}
        >
          {t(`callback.outcome.${outcome}`)}
        </Button>
      ))}
    </Group>
  );
}
