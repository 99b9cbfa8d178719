import { Button, Table } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CURSOR_PAGINATION } from '../api/cursor-pagination.js';
import { type OutboundRoute, phoneApi } from '../api/phone-api.js';
import { queryKeys } from '../api/query-keys.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { EmptyState } from '../ui/EmptyState.js';
import { ListTable } from '../ui/ListTable.js';
import { LoadError } from '../ui/LoadError.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { LoadMoreButton } from '../ui/LoadMoreButton.js';
import { Ltr } from '../ui/Ltr.js';
import { TextInput } from '../ui/fields.js';
import { notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { AdminPage } from './AdminPage.js';
import { EditButton } from './EditButton.js';

const EMPTY: OutboundRoute = { pattern: '', callerId: '', note: '' };

/** Which number the called see, by destination. */
export function OutboundRoutesPage() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<OutboundRoute | null>(null);
  return (
    <AdminPage
      title={t('admin.page.outbound-routes')}
      lead={t('outboundRoutes.lead')}
      add={{ label: t('outboundRoutes.add'), open: () => setEdited(EMPTY) }}
    >
      <RouteList edit={setEdited} />
      {edited && <RouteDialog route={edited} close={() => setEdited(null)} />}
    </AdminPage>
  );
}

function RouteList({ edit }: { edit: (route: OutboundRoute) => void }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: queryKeys.outboundRoutes,
    queryFn: ({ pageParam }) => phoneApi.routes(pageParam),
    ...CURSOR_PAGINATION,
    refetchOnMount: 'always',
  });
  if (list.isError) return <LoadError error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <LoadingIndicator />;
  const routes = list.data.pages.flatMap(({ data }) => data);
  if (routes.length === 0) return <EmptyState icon="phone" title={t('outboundRoutes.none')} />;
  return (
    <>
      <ListTable
        label={t('admin.page.outbound-routes')}
        heads={[t('outboundRoutes.pattern'), t('outboundRoutes.callerId'), t('outboundRoutes.note')]}
        last={t('outboundRoutes.remove')}
        minWidth={560}
      >
        {routes.map((route) => (
          <Row key={route.pattern} route={route} edit={() => edit(route)} />
        ))}
      </ListTable>
      <LoadMoreButton list={list} />
    </>
  );
}

function Row({ route, edit }: { route: OutboundRoute; edit: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => phoneApi.removeRoute(route.pattern),
    onError: (error) => notifyError(t('outboundRoutes.failed'), problemText(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.outboundRoutes }),
  });
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Ltr>{route.pattern}</Ltr>
      </Table.Th>
      <Table.Td>
        <Ltr>{route.callerId}</Ltr>
      </Table.Td>
      <Table.Td dir="auto">{route.note}</Table.Td>
      <Table.Td>
        <Button.Group>
          <EditButton name={route.pattern} edit={edit} />
          <Button
            size="xs"
            variant="default"
            loading={remove.isPending}
            aria-label={t('outboundRoutes.removeNamed', { pattern: route.pattern })}
            onClick={() => remove.mutate()}
          >
            {t('outboundRoutes.remove')}
          </Button>
        </Button.Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** The pattern names the rule, so that it is not changed but set anew. */
function RouteDialog({ route, close }: { route: OutboundRoute; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState(route);
  const save = useMutation({
    mutationFn: () =>
      phoneApi.putRoute({
        pattern: form.pattern,
        callerId: form.callerId,
        ...(form.note.trim() && { note: form.note }),
      }),
    onSuccess: close,
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.outboundRoutes }),
  });
  return (
    <Dialog title={t('outboundRoutes.add')} close={close}>
      <DialogForm
        saving={save}
        submit={() => save.mutate()}
        close={close}
        failed={t('outboundRoutes.failed')}
      >
        <TextInput
          label={t('outboundRoutes.pattern')}
          description={t('outboundRoutes.patternHint')}
          dir="ltr"
          required
          disabled={route.pattern !== ''}
          maxLength={40}
          value={form.pattern}
          onChange={({ currentTarget }) => setForm({ ...form, pattern: currentTarget.value })}
        />
        <TextInput
          label={t('outboundRoutes.callerId')}
          type="tel"
          dir="ltr"
          required
          maxLength={16}
          value={form.callerId}
          onChange={({ currentTarget }) => setForm({ ...form, callerId: currentTarget.value.trim() })}
        />
        <TextInput
          label={t('outboundRoutes.note')}
          dir="auto"
          maxLength={200}
          value={form.note}
          onChange={({ currentTarget }) => setForm({ ...form, note: currentTarget.value })}
        />
      </DialogForm>
    </Dialog>
  );
}
