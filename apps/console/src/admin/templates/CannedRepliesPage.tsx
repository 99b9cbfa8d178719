import { Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CURSOR_PAGINATION } from '../../api/cursor-pagination.js';
import { queryKeys } from '../../api/query-keys.js';
import { cannedApi, type CannedReply } from '../../api/templates-api.js';
import { useFormats } from '../../i18n/format.js';
import { useQueueName } from '../../tickets/use-queue-name.js';
import { ListTable } from '../../ui/ListTable.js';
import { QueryResult } from '../../ui/QueryResult.js';
import { LoadMoreButton } from '../../ui/LoadMoreButton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { AdminPage } from '../AdminPage.js';
import { EditButton } from '../EditButton.js';
import { CannedDialog } from './CannedDialog.js';
import { languageName } from './language-name.js';

/** Canned replies: list, add, change, retire. */
export function CannedRepliesPage() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<CannedReply | 'new' | null>(null);
  const list = useInfiniteQuery({
    queryKey: queryKeys.canned,
    queryFn: ({ pageParam }) => cannedApi.list(pageParam),
    ...CURSOR_PAGINATION,
  });
  const first = list.data?.pages[0];
  return (
    <AdminPage
      title={t('admin.page.canned-replies')}
      lead={t('canned.lead')}
      add={{ label: t('admin.add'), open: () => setEdited('new'), disabled: !first }}
    >
      <QueryResult query={list}>
        {(shown) => <Replies replies={shown.pages.flatMap(({ data }) => data)} edit={setEdited} />}
      </QueryResult>
      <LoadMoreButton list={list} />
      {edited && first && (
        <CannedDialog
          key={edited === 'new' ? 'new' : edited.key}
          reply={edited === 'new' ? null : edited}
          languages={first.languages}
          placeholders={first.placeholders}
          close={() => setEdited(null)}
        />
      )}
    </AdminPage>
  );
}

function Replies({ replies, edit }: { replies: CannedReply[]; edit: (reply: CannedReply) => void }) {
  const { t } = useTranslation();
  const { localized, language: reader } = useFormats();
  const queueName = useQueueName();
  if (replies.length === 0) return <EmptyState icon="inbox" title={t('admin.none')} />;
  return (
    <ListTable
      label={t('admin.page.canned-replies')}
      heads={[
        t('admin.field.key'),
        t('canned.name'),
        t('admin.field.queue'),
        t('canned.languages'),
        t('admin.field.active'),
      ]}
      last={t('admin.edit')}
      minWidth={560}
    >
      {replies.map((reply) => (
        <Table.Tr key={reply.key}>
          <Table.Td>
            <bdi dir="ltr">{reply.key}</bdi>
          </Table.Td>
          <Table.Td dir="auto">{localized(reply.title)}</Table.Td>
          <Table.Td>{reply.queue ? queueName(reply.queue) : t('canned.everyQueue')}</Table.Td>
          <Table.Td>
            {reply.texts.map(({ language }) => languageName(language, reader)).join(t('list.separator'))}
          </Table.Td>
          <Table.Td>{t(reply.active ? 'admin.yes' : 'admin.retired')}</Table.Td>
          <Table.Td>
            <EditButton name={reply.key} edit={() => edit(reply)} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}
