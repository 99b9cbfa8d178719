import { Button, Group, Table } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DELIVERY_STATES, type DeliveryState } from '#wasl/contracts';
import { CURSOR_PAGINATION } from '../../api/cursor-pagination.js';
import { queryKeys } from '../../api/query-keys.js';
import { type WebhookDelivery, webhooksApi, type WebhookShown } from '../../api/webhooks-api.js';
import { useFormats } from '../../i18n/format.js';
import { DateTimeField } from '../../ui/dates/DateField.js';
import { Dialog } from '../../ui/Dialog.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorAlert } from '../../ui/ErrorAlert.js';
import { ListTable } from '../../ui/ListTable.js';
import { LoadMoreButton } from '../../ui/LoadMoreButton.js';
import { Ltr } from '../../ui/Ltr.js';
import { notifyError, notifySuccess } from '../../ui/notify.js';
import { QueryResult } from '../../ui/QueryResult.js';
import { Select } from '../../ui/choice-fields.js';
import { useProblemText } from '../../ui/use-problem-text.js';
import classes from '../Admin.module.css';

const POLL_INTERVAL_MS = 5_000;

/** What a webhook was told, newest first, and how it went. */
export function DeliveriesDialog({ webhook, close }: { webhook: WebhookShown; close: () => void }) {
  const { t } = useTranslation();
  const [state, setState] = useState<DeliveryState | null>(null);
  const list = useInfiniteQuery({
    queryKey: queryKeys.webhookDeliveries(webhook.id, state),
    queryFn: ({ pageParam }) => webhooksApi.deliveries(webhook.id, state, pageParam),
    ...CURSOR_PAGINATION,
    refetchInterval: POLL_INTERVAL_MS,
  });
  return (
    <Dialog size="72rem" title={t('webhooks.deliveriesTitle')} close={close}>
      <p className={classes.facts}>
        <Ltr>{webhook.url}</Ltr>
      </p>
      <Group align="end" mb="md">
        <Select
          label={t('webhooks.state')}
          data={[
            { value: '', label: t('admin.all') },
            ...DELIVERY_STATES.map((value) => ({ value, label: t(`webhooks.delivery.${value}`) })),
          ]}
          value={state ?? ''}
          onChange={(chosen) => setState(chosen ? (chosen as DeliveryState) : null)}
        />
        <Test webhook={webhook} />
        <Replay webhook={webhook} />
      </Group>
      <QueryResult query={list}>
        {({ pages }) => <Deliveries deliveries={pages.flatMap(({ data }) => data)} />}
      </QueryResult>
      <LoadMoreButton list={list} />
    </Dialog>
  );
}

function useRefresh() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: queryKeys.allWebhookDeliveries });
}

function Test({ webhook }: { webhook: WebhookShown }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const problemText = useProblemText();
  const test = useMutation({
    mutationFn: () => webhooksApi.test(webhook.id),
    onSuccess: () => notifySuccess(t('webhooks.testSent')),
    onError: (error) => notifyError(t('admin.notSaved'), problemText(error)),
    onSettled: refresh,
  });
  return (
    <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
      {t('webhooks.test')}
    </Button>
  );
}

/** Sends again what happened since a moment, in the reader's time zone. */
function Replay({ webhook }: { webhook: WebhookShown }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const refresh = useRefresh();
  const [since, setSince] = useState('');
  const replay = useMutation({
    mutationFn: () => webhooksApi.replay(webhook.id, new Date(since).toISOString()),
    onSuccess: ({ events }) =>
      notifySuccess(t('webhooks.replayed', { count: events, shown: number(events) })),
    onSettled: refresh,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        replay.mutate();
      }}
    >
      <Group align="end">
        <DateTimeField
          label={t('webhooks.replaySince')}
          required
          value={since}
          onChange={(picked) => setSince(picked)}
        />
        <Button type="submit" variant="default" loading={replay.isPending}>
          {t('webhooks.replay')}
        </Button>
      </Group>
      <ErrorAlert error={replay.error} title={t('admin.notSaved')} />
    </form>
  );
}

function Deliveries({ deliveries }: { deliveries: WebhookDelivery[] }) {
  const { t } = useTranslation();
  if (deliveries.length === 0) return <EmptyState icon="history" title={t('webhooks.noDeliveries')} />;
  return (
    <ListTable
      label={t('webhooks.deliveriesTitle')}
      heads={[t('webhooks.at'), t('webhooks.event.title'), t('webhooks.state'), t('webhooks.answer')]}
      last={t('webhooks.retry')}
      minWidth={760}
    >
      {deliveries.map((delivery) => (
        <DeliveryRow key={delivery.id} delivery={delivery} />
      ))}
    </ListTable>
  );
}

function DeliveryRow({ delivery }: { delivery: WebhookDelivery }) {
  const { t } = useTranslation();
  const { dateTime, number } = useFormats();
  const { state, attempts, nextAttemptAt } = delivery;
  return (
    <Table.Tr>
      <Table.Td>{dateTime(delivery.at)}</Table.Td>
      <Table.Th scope="row" className={classes.facts}>
        <Ltr>{delivery.type}</Ltr>
        {delivery.ticket !== null && (
          <div>
            <Ltr>{delivery.ticket}</Ltr>
          </div>
        )}
        <div className={classes.quiet}>
          <Ltr>{delivery.messageId}</Ltr>
        </div>
      </Table.Th>
      <Table.Td>
        {t(`webhooks.delivery.${state}`)}
        <div className={classes.quiet}>
          {t('webhooks.attempts', { count: attempts, shown: number(attempts) })}
        </div>
        {nextAttemptAt !== null && attempts > 0 && (
          <div className={classes.quiet}>{t('webhooks.next', { when: dateTime(nextAttemptAt) })}</div>
        )}
      </Table.Td>
      <Table.Td className={classes.facts}>
        <Ltr>{delivery.lastStatus ?? delivery.lastError ?? '—'}</Ltr>
        {delivery.response && (
          <div className={classes.quiet}>
            <Ltr>{delivery.response}</Ltr>
          </div>
        )}
      </Table.Td>
      <Table.Td>{state !== 'sending' && <Retry delivery={delivery} />}</Table.Td>
    </Table.Tr>
  );
}

function Retry({ delivery }: { delivery: WebhookDelivery }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const problemText = useProblemText();
  const retry = useMutation({
    mutationFn: () => webhooksApi.retry(delivery.id),
    onSuccess: () => notifySuccess(t('webhooks.retried')),
    onError: (error) => notifyError(t('admin.notSaved'), problemText(error)),
    onSettled: refresh,
  });
  return (
    <Button
      size="xs"
      variant="default"
      loading={retry.isPending}
      aria-label={t('webhooks.retryNamed', { id: delivery.messageId })}
      onClick={() => retry.mutate()}
    >
      {t('webhooks.retry')}
    </Button>
  );
}
