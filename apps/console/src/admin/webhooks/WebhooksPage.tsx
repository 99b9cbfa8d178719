import { Button, Group, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CURSOR_PAGINATION } from '../../api/cursor-pagination.js';
import { queryKeys } from '../../api/query-keys.js';
import { webhooksApi, type WebhookShown } from '../../api/webhooks-api.js';
import { useFormats } from '../../i18n/format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ListTable } from '../../ui/ListTable.js';
import { LoadMoreButton } from '../../ui/LoadMoreButton.js';
import { QueryResult } from '../../ui/QueryResult.js';
import classes from '../Admin.module.css';
import { AdminPage } from '../AdminPage.js';
import { EditButton } from '../EditButton.js';
import { DeliveriesDialog } from './DeliveriesDialog.js';
import { EditWebhookDialog } from './EditWebhookDialog.js';
import { eventKey } from './event-key.js';
import { NewWebhookDialog } from './NewWebhookDialog.js';

type Opened = { dialog: 'new' } | { dialog: 'edit' | 'deliveries'; id: string };

/** Webhooks: list, create, change, and what was delivered. */
export function WebhooksPage() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened | null>(null);
  const list = useInfiniteQuery({
    queryKey: queryKeys.webhooks,
    queryFn: ({ pageParam }) => webhooksApi.list(pageParam),
    ...CURSOR_PAGINATION,
  });
  const webhooks = list.data?.pages.flatMap(({ data }) => data) ?? [];
  const chosen = opened && opened.dialog !== 'new' ? webhooks.find(({ id }) => id === opened.id) : undefined;
  const close = () => setOpened(null);
  return (
    <AdminPage
      title={t('admin.page.webhooks')}
      lead={t('webhooks.lead')}
      add={{ label: t('admin.add'), open: () => setOpened({ dialog: 'new' }) }}
    >
      <QueryResult query={list}>{() => <Webhooks webhooks={webhooks} open={setOpened} />}</QueryResult>
      <LoadMoreButton list={list} />
      {opened?.dialog === 'new' && <NewWebhookDialog close={close} />}
      {chosen && opened?.dialog === 'edit' && (
        <EditWebhookDialog key={chosen.version} webhook={chosen} close={close} />
      )}
      {chosen && opened?.dialog === 'deliveries' && <DeliveriesDialog webhook={chosen} close={close} />}
    </AdminPage>
  );
}

function Webhooks({ webhooks, open }: { webhooks: WebhookShown[]; open: (what: Opened) => void }) {
  const { t } = useTranslation();
  if (webhooks.length === 0) return <EmptyState icon="api" title={t('webhooks.none')} />;
  return (
    <ListTable
      label={t('admin.page.webhooks')}
      heads={[t('webhooks.url'), t('webhooks.events'), t('webhooks.state')]}
      last={t('admin.edit')}
      minWidth={640}
    >
      {webhooks.map((webhook) => (
        <Table.Tr key={webhook.id}>
          <Table.Th scope="row" className={classes.facts}>
            <bdi dir="ltr">{webhook.url}</bdi>
          </Table.Th>
          <Table.Td className={classes.facts}>
            {webhook.events.map((event) => t(`webhooks.event.${eventKey(event)}`)).join(t('list.separator'))}
            {webhook.entity !== null && (
              <div className={classes.quiet}>
                {t('webhooks.onlyOf')} <bdi dir="ltr">{webhook.entity}</bdi>
              </div>
            )}
          </Table.Td>
          <Table.Td>
            <State webhook={webhook} />
          </Table.Td>
          <Table.Td>
            <Group gap="xs" wrap="nowrap">
              <EditButton name={webhook.url} edit={() => open({ dialog: 'edit', id: webhook.id })} />
              <Button
                size="xs"
                variant="default"
                aria-label={t('webhooks.deliveriesOf', { url: webhook.url })}
                onClick={() => open({ dialog: 'deliveries', id: webhook.id })}
              >
                {t('webhooks.deliveries')}
              </Button>
            </Group>
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}

function State({ webhook }: { webhook: WebhookShown }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  if (webhook.disabledBecause !== null) {
    return (
      <>
        {t(`webhooks.because.${webhook.disabledBecause}`)}
        {webhook.disabledAt !== null && (
          <div className={classes.quiet}>{t('webhooks.since', { when: dateTime(webhook.disabledAt) })}</div>
        )}
      </>
    );
  }
  return (
    <>
      {t('admin.yes')}
      {webhook.earlierSecretUntil !== null && (
        <div className={classes.quiet}>
          {t('webhooks.twoSecrets', { when: dateTime(webhook.earlierSecretUntil) })}
        </div>
      )}
    </>
  );
}
