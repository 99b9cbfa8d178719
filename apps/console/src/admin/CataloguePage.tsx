import { Group, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Row, rowsApi } from '../api/admin-api.js';
import { CURSOR_PAGINATION } from '../api/cursor-pagination.js';
import { queryKeys } from '../api/query-keys.js';
import { useFormats } from '../i18n/format.js';
import type { Localized } from '../i18n/languages.js';
import { LoadError } from '../ui/LoadError.js';
import { ListTable } from '../ui/ListTable.js';
import { LoadMoreButton } from '../ui/LoadMoreButton.js';
import { EmptyState } from '../ui/EmptyState.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { AdminPage } from './AdminPage.js';
import { type Catalogue, type CatalogueName, CATALOGUES, type Field } from './catalogue.js';
import { EditButton } from './EditButton.js';
import { RowDialog } from './RowDialog.js';

interface Props {
  name: CatalogueName;
  above?: ReactNode;
  below?: ReactNode;
  /** further actions for a row */
  beside?: (row: Row) => ReactNode;
}

/** An administered list: show, add, change, retire. */
export function CataloguePage({ name, above, below, beside }: Props) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Row | 'new' | null>(null);
  const title = t(`admin.page.${name}`);
  return (
    <AdminPage title={title} add={{ label: t('admin.add'), open: () => setEdited('new') }}>
      {above}
      <Rows name={name} edit={setEdited} beside={beside} />
      {below}
      {edited && (
        <RowDialog
          key={edited === 'new' ? 'new' : CATALOGUES[name].address(edited)}
          name={name}
          row={edited === 'new' ? null : edited}
          close={() => setEdited(null)}
        />
      )}
    </AdminPage>
  );
}

interface RowsProps extends Pick<Props, 'name'> {
  edit: (row: Row) => void;
  beside: Props['beside'];
}

function Rows({ name, edit, beside }: RowsProps) {
  const { t } = useTranslation();
  const { path, fields, address }: Catalogue = CATALOGUES[name];
  const list = useInfiniteQuery({
    queryKey: queryKeys.rowPages(name),
    queryFn: ({ pageParam }) => rowsApi.list(path, pageParam),
    ...CURSOR_PAGINATION,
  });
  if (list.isError) return <LoadError error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <LoadingIndicator />;
  const rows = list.data.pages.flatMap(({ data }) => data);
  if (rows.length === 0) return <EmptyState icon="inbox" title={t('admin.none')} />;
  const columns = fields.filter(({ shown }) => shown);
  return (
    <>
      <ListTable
        label={t(`admin.page.${name}`)}
        heads={columns.map((field) => t(`admin.field.${field.name}` as 'admin.field.key'))}
        last={t('admin.edit')}
        minWidth={560}
      >
        {rows.map((row) => (
          <Table.Tr key={address(row)}>
            {columns.map((field) => (
              <Cell key={field.name} field={field} value={row[field.name]} />
            ))}
            <Table.Td>
              <Group gap="xs" wrap="nowrap">
                <EditButton name={address(row)} edit={() => edit(row)} />
                {beside?.(row)}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </ListTable>
      <LoadMoreButton list={list} />
    </>
  );
}

function Cell({ field, value }: { field: Field; value: unknown }) {
  const { t } = useTranslation();
  const { localized, number } = useFormats();
  switch (field.kind) {
    case 'localized':
      return <Table.Td dir="auto">{localized(value as Localized)}</Table.Td>;
    case 'flag':
      return <Table.Td>{t(value ? 'admin.yes' : 'admin.retired')}</Table.Td>;
    case 'choice':
      return <Table.Td>{t(`admin.choice.${String(value)}` as 'admin.choice.topic')}</Table.Td>;
    case 'number':
      return <Table.Td>{number(Number(value))}</Table.Td>;
    default:
      return (
        <Table.Td>
          <bdi dir="ltr">{Array.isArray(value) ? value.join(', ') || '—' : String(value ?? '—')}</bdi>
        </Table.Td>
      );
  }
}
