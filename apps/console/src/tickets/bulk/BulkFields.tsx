import { PRIORITIES, RESOLUTIONS } from '#wasl/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { staffApi } from '../../api/admin-api.js';
import { queryKeys } from '../../api/query-keys.js';
import { useQueues } from '../../api/queries.js';
import { useFormats } from '../../i18n/format.js';
import { Select } from '../../ui/choice-fields.js';
import { Textarea } from '../../ui/fields.js';
import type { BulkForm } from './bulk-actions.js';

interface Props {
  form: BulkForm;
  change: (change: Partial<BulkForm>) => void;
}

/** The input that applies to all selected tickets. */
export function BulkFields({ form, change }: Props) {
  const { t } = useTranslation();
  switch (form.action) {
    case 'take':
      return null;
    case 'assign':
      return <StaffChoice form={form} change={change} />;
    case 'transfer':
      return (
        <>
          <QueueChoice form={form} change={change} />
          <Note form={form} change={change} label={t('transfer.note')} hint={t('transfer.noteHint')} />
        </>
      );
    case 'priority':
      return (
        <Select
          label={t('field.priority')}
          data-autofocus
          value={form.priority}
          onChange={(value) =>
            change({ priority: PRIORITIES.find((other) => other === value) ?? form.priority })
          }
          data={PRIORITIES.map((priority) => ({ value: priority, label: t(`priority.${priority}`) }))}
        />
      );
    case 'resolve':
      return (
        <>
          <Select
            label={t('resolve.resolution')}
            value={form.resolution}
            onChange={(value) =>
              change({ resolution: RESOLUTIONS.find((other) => other === value) ?? form.resolution })
            }
            data={RESOLUTIONS.map((value) => ({ value, label: t(`resolution.${value}`) }))}
          />
          <Note form={form} change={change} label={t('resolve.note')} hint={t('bulk.eachReads')} required />
        </>
      );
  }
}

function Note(props: Props & { label: string; hint: string; required?: boolean }) {
  return (
    <Textarea
      label={props.label}
      description={props.hint}
      required={props.required ?? false}
      data-autofocus={props.required || undefined}
      dir="auto"
      autosize
      minRows={3}
      value={props.form.note}
      onChange={(event) => props.change({ note: event.currentTarget.value })}
    />
  );
}

function StaffChoice({ form, change }: Props) {
  const { t } = useTranslation();
  const staff = useQuery({
    queryKey: queryKeys.staff,
    queryFn: async () => (await staffApi.staff()).data,
    staleTime: 0,
  });
  return (
    <Select
      label={t('assign.to')}
      required
      searchable
      data-autofocus
      value={form.assignee}
      onChange={(assignee) => change({ assignee })}
      data={[...(staff.data ?? [])]
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ id, name, state }) => ({ value: id, label: `${name} (${t(`presence.state.${state}`)})` }))}
    />
  );
}

function QueueChoice({ form, change }: Props) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queues = useQueues();
  return (
    <Select
      label={t('transfer.queue')}
      placeholder={t('transfer.choose')}
      required
      data-autofocus
      value={form.queue}
      onChange={(queue) => change({ queue })}
      data={(queues.data ?? []).map(({ key, name }) => ({ value: key, label: localized(name) }))}
    />
  );
}
