import { Button, Group, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../api/keys.js';
import { cannedApi, type CannedReply } from '../../api/templates-api.js';
import { useFormats } from '../../i18n/format.js';
import { useQueueName } from '../../tickets/use-queue-name.js';
import { Failed } from '../../ui/Failed.js';
import { Icon } from '../../ui/icons.js';
import { Nothing } from '../../ui/Nothing.js';
import { useTitle } from '../../ui/use-title.js';
import { Waiting } from '../../ui/Waiting.js';
import classes from '../Admin.module.css';
import { CannedDialog } from './CannedDialog.js';
import { languageName } from './language-name.js';

/** The replies that agents have ready: shown, added to, changed, retired. */
export function CannedRepliesPage() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<CannedReply | 'new' | null>(null);
  useTitle(t('admin.page.canned-replies'));
  const list = useInfiniteQuery({
    queryKey: keys.canned,
    queryFn: ({ pageParam }) => cannedApi.list(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.meta.hasMore ? last.meta.after : undefined),
  });
  const first = list.data?.pages[0];
  return (
    <div className={classes.page}>
      <Group justify="space-between">
        <h1>{t('admin.page.canned-replies')}</h1>
        <Button leftSection={<Icon name="plus" />} disabled={!first} onClick={() => setEdited('new')}>
          {t('admin.add')}
        </Button>
      </Group>
      <p className={classes.lead}>{t('canned.lead')}</p>
      {list.isError && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && <Replies replies={list.data.pages.flatMap(({ data }) => data)} edit={setEdited} />}
      {list.hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void list.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
      {edited && first && (
        <CannedDialog
          key={edited === 'new' ? 'new' : edited.key}
          reply={edited === 'new' ? null : edited}
          languages={first.languages}
          placeholders={first.placeholders}
          close={() => setEdited(null)}
        />
      )}
    </div>
  );
}

function Replies({ replies, edit }: { replies: CannedReply[]; edit: (reply: CannedReply) => void }) {
  const { t } = useTranslation();
  const { localized, language: reader } = useFormats();
  const queueName = useQueueName();
  if (replies.length === 0) return <Nothing icon="inbox" title={t('admin.none')} />;
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t('admin.page.canned-replies')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('admin.field.key')}</Table.Th>
            <Table.Th scope="col">{t('canned.name')}</Table.Th>
            <Table.Th scope="col">{t('admin.field.queue')}</Table.Th>
            <Table.Th scope="col">{t('canned.languages')}</Table.Th>
            <Table.Th scope="col">{t('admin.field.active')}</Table.Th>
            <Table.Th scope="col">
              <span className="visually-hidden">{t('admin.edit')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
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
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('admin.editNamed', { name: reply.key })}
                  onClick={() => edit(reply)}
                >
                  {t('admin.edit')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
