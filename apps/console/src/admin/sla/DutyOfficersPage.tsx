import { Button, Group, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffApi } from '../../api/admin-api.js';
import { queryKeys } from '../../api/query-keys.js';
import { useQueues } from '../../api/queries.js';
import { dutyApi } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { useQueueName } from '../../tickets/use-queue-name.js';
import { DateTimeField } from '../../ui/dates/DateField.js';
import { LoadError } from '../../ui/LoadError.js';
import { ListTable } from '../../ui/ListTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorAlert } from '../../ui/ErrorAlert.js';
import { Select } from '../../ui/choice-fields.js';
import { notifySuccess, notifyError } from '../../ui/notify.js';
import { useProblemText } from '../../ui/use-problem-text.js';
import { LoadingIndicator } from '../../ui/LoadingIndicator.js';
import { AdminPage } from '../AdminPage.js';
import { faultsOf } from '../../ui/faults.js';
import sla from './Sla.module.css';

/** Duty officers, who are notified when an SLA target is breached. */
export function DutyOfficersPage() {
  const { t } = useTranslation();
  return (
    <AdminPage title={t('admin.page.duty')} lead={t('sla.duty.lead')}>
      <NewDuty />
      <DutyTable />
    </AdminPage>
  );
}

const EMPTY = { queue: '', staff: null as string | null, from: '', to: '' };
/** In the user's time zone; an empty start means now. */
const momentOf = (shown: string) => new Date(shown).toISOString();

function NewDuty() {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queries = useQueryClient();
  const queues = useQueues();
  const staff = useQuery({ queryKey: queryKeys.staff, queryFn: async () => (await staffApi.staff()).data });
  const [form, setForm] = useState(EMPTY);
  const add = useMutation({
    mutationFn: () =>
      dutyApi.add({
        queue: form.queue || null,
        ...(form.staff && { staff: form.staff }),
        ...(form.from && { from: momentOf(form.from) }),
        to: form.to ? momentOf(form.to) : null,
      } as Parameters<typeof dutyApi.add>[0]),
    onSuccess: () => {
      setForm(EMPTY);
      notifySuccess(t('admin.saved'));
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.duties }),
  });
  const faults = faultsOf(add.error);
  const moment = (field: 'from' | 'to') => (
    <DateTimeField
      label={t(`sla.duty.${field}`)}
      description={t(`sla.duty.${field}Hint`)}
      required={field === 'from'}
      value={form[field]}
      error={faults.at(field)}
      onChange={(picked) => setForm({ ...form, [field]: picked })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <ErrorAlert error={add.error} mb="md" />
      <div className={sla.step}>
        <Select
          label={t('sla.duty.staff')}
          withAsterisk
          searchable
          data={(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={form.staff}
          error={faults.at('staff')}
          onChange={(id) => setForm({ ...form, staff: id })}
        />
        <Select
          label={t('sla.duty.queue')}
          allowDeselect={false}
          data={[
            { value: '', label: t('sla.duty.everyQueue') },
            ...(queues.data ?? []).map(({ key, name }) => ({ value: key, label: localized(name) })),
          ]}
          value={form.queue}
          error={faults.at('queue')}
          onChange={(queue) => setForm({ ...form, queue: queue ?? '' })}
        />
        {moment('from')}
        {moment('to')}
        <Button type="submit" loading={add.isPending}>
          {t('admin.add')}
        </Button>
      </div>
    </form>
  );
}

function DutyTable() {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const queueName = useQueueName();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: queryKeys.duties, queryFn: async () => (await dutyApi.list()).data });
  const remove = useMutation({
    mutationFn: dutyApi.remove,
    onError: (error) => notifyError(t('admin.notSaved'), problemText(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.duties }),
  });
  if (list.isError) return <LoadError error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <LoadingIndicator />;
  if (list.data.length === 0) return <EmptyState icon="people" title={t('sla.duty.none')} />;
  return (
    <ListTable
      label={t('admin.page.duty')}
      heads={[t('sla.duty.staff'), t('sla.duty.queue'), t('sla.duty.from'), t('sla.duty.to')]}
      last={t('sla.duty.remove')}
      minWidth={600}
    >
      {list.data.map((duty) => (
        <Table.Tr key={duty.id}>
          <Table.Th scope="row" dir="auto">
            {duty.staff.name}
          </Table.Th>
          <Table.Td>{duty.queue ? queueName(duty.queue) : t('sla.duty.everyQueue')}</Table.Td>
          <Table.Td>{dateTime(duty.from)}</Table.Td>
          <Table.Td>{duty.to ? dateTime(duty.to) : t('sla.duty.untilNotice')}</Table.Td>
          <Table.Td>
            <Group justify="flex-end">
              <Button
                size="xs"
                variant="default"
                aria-label={t('sla.duty.removeNamed', { name: duty.staff.name })}
                onClick={() => remove.mutate(duty.id)}
              >
                {t('sla.duty.remove')}
              </Button>
            </Group>
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}
