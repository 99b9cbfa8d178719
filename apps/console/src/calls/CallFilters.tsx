import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { staffApi } from '../api/admin-api.js';
import type { CallFilter } from '../api/phone-api.js';
import { useQueues } from '../api/queries.js';
import { queryKeys } from '../api/query-keys.js';
import { useFormats } from '../i18n/format.js';
import classes from './Calls.module.css';
import { DateField } from '../ui/dates/DateField.js';
import { Select } from '../ui/choice-fields.js';
import { TextInput } from '../ui/fields.js';

const STATES = ['missed', 'rejected', 'ringing', 'active', 'ended'] as const;

interface Props {
  filter: CallFilter;
  change: (filter: CallFilter) => void;
}

export function CallFilters({ filter, change }: Props) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queues = useQueues();
  const staff = useQuery({ queryKey: queryKeys.staff, queryFn: async () => (await staffApi.staff()).data });
  const all = { value: '', label: t('admin.all') };
  const choose = (name: keyof CallFilter) => (value: string | null) =>
    change({ ...filter, [name]: value ?? '' });
  return (
    <Group className={classes.filters} align="end" role="search">
      <Select
        label={t('callLog.direction')}
        data={[
          all,
          { value: 'in', label: t('callLog.directions.in') },
          { value: 'out', label: t('callLog.directions.out') },
        ]}
        value={filter.direction ?? ''}
        onChange={choose('direction')}
      />
      <Select
        label={t('callLog.state')}
        data={[all, ...STATES.map((value) => ({ value, label: t(`callLog.states.${value}`) }))]}
        value={filter.state ?? ''}
        onChange={choose('state')}
      />
      <Select
        label={t('callLog.queue')}
        data={[all, ...(queues.data ?? []).map(({ key, name }) => ({ value: key, label: localized(name) }))]}
        value={filter.queue ?? ''}
        onChange={choose('queue')}
      />
      <Select
        label={t('callLog.agent')}
        searchable
        data={[all, ...(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        value={filter.agent ?? ''}
        onChange={choose('agent')}
      />
      <TextInput
        label={t('callLog.number')}
        type="search"
        inputMode="tel"
        dir="ltr"
        maxLength={40}
        value={filter.number ?? ''}
        onChange={({ currentTarget }) => change({ ...filter, number: currentTarget.value.trimStart() })}
      />
      <DateField
        label={t('callLog.from')}
        value={filter.from ?? ''}
        onChange={(picked) => change({ ...filter, from: picked })}
      />
      <DateField
        label={t('callLog.to')}
        min={filter.from}
        value={filter.to ?? ''}
        onChange={(picked) => change({ ...filter, to: picked })}
      />
    </Group>
  );
}
