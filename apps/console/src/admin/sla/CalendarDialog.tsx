import { Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys.js';
import { type Calendar, calendarsApi } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { Dialog } from '../../ui/Dialog.js';
import { DialogForm } from '../../ui/DialogForm.js';
import { TextInput } from '../../ui/fields.js';
import { notifySuccess } from '../../ui/notify.js';
import { ActiveSwitch, KeyInput } from '../CommonFields.js';
import { faultsOf } from '../../ui/faults.js';
import { LocalizedInputs } from '../LocalizedInputs.js';
import { HoursEditor } from './HoursEditor.js';
import { bodyOf, type CalendarForm, formOf } from './week.js';

/** Conflict codes that belong to one field. */
const ABOUT = {
  'calendar.exists': 'key',
  'calendar.in_use': 'active',
  'calendar.needed': 'active',
};

/** Creates or edits a calendar: hours, zone, and whether it observes the public holidays. */
export function CalendarDialog({ calendar, close }: { calendar: Calendar | null; close: () => void }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queries = useQueryClient();
  const [form, setForm] = useState<CalendarForm>(() => formOf(calendar));
  const set = <K extends keyof CalendarForm>(field: K, value: CalendarForm[K]) =>
    setForm((old) => ({ ...old, [field]: value }));
  const save = useMutation({
    mutationFn: () =>
      calendar
        ? calendarsApi.change(calendar.key, calendar.version, {
            ...bodyOf(form),
            active: form.active,
          } as never)
        : calendarsApi.create({ ...bodyOf(form), key: form.key.trim() } as never),
    onSuccess: () => {
      notifySuccess(t('admin.saved'));
      close();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.allOfSla }),
  });
  const faults = faultsOf(save.error, ABOUT);
  return (
    <Dialog
      size="xl"
      title={calendar ? t('admin.editNamed', { name: localized(calendar.name) }) : t('sla.calendar.add')}
      close={close}
    >
      <DialogForm saving={save} submit={() => save.mutate()} close={close}>
        {!calendar && (
          <KeyInput value={form.key} error={faults.at('key')} change={(key) => set('key', key)} />
        )}
        <LocalizedInputs
          label={t('admin.field.name')}
          value={{ ar: form.ar, en: form.en }}
          fault={(language) => faults.at(`name.${language}`)}
          change={({ ar, en }) => setForm((old) => ({ ...old, ar, en }))}
        />
        <TextInput
          label={t('sla.calendar.zone')}
          description={t('sla.calendar.zoneHint')}
          dir="ltr"
          maxLength={60}
          value={form.zone}
          error={faults.at('zone')}
          onChange={({ currentTarget }) => set('zone', currentTarget.value)}
        />
        <Switch
          label={t('sla.calendar.publicHolidays')}
          description={t('sla.calendar.publicHolidaysHint')}
          checked={form.publicHolidays}
          onChange={({ currentTarget }) => set('publicHolidays', currentTarget.checked)}
        />
        <HoursEditor
          path="hours"
          otherwise={t('sla.calendar.source.hours')}
          value={form.hours}
          faults={faults}
          change={(value) => set('hours', value)}
        />
        <HoursEditor
          path="ramadanHours"
          otherwise={t(`sla.calendar.source.${form.hours.source === 'own' ? 'allYear' : 'ramadanHours'}`)}
          value={form.ramadan}
          faults={faults}
          change={(value) => set('ramadan', value)}
        />
        {calendar && (
          <ActiveSwitch
            value={form.active}
            error={faults.at('active')}
            change={(active) => set('active', active)}
          />
        )}
      </DialogForm>
    </Dialog>
  );
}
