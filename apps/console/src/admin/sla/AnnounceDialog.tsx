import { SegmentedControl } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys.js';
import { calendarsApi } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { Dialog } from '../../ui/Dialog.js';
import { DialogForm } from '../../ui/DialogForm.js';
import { Select } from '../../ui/choice-fields.js';
import { notifySuccess } from '../../ui/notify.js';
import { faultsOf } from '../../ui/faults.js';
import {
  type AnnouncementKind,
  ANNOUNCEMENT_KINDS,
  type AnnouncementForm,
  draftOf,
  EMPTY_FORM,
} from './announcement-form.js';
import { DaysFields, MonthFields, ZoneFields } from './AnnouncementFields.js';
import { AnnouncementPreview } from './AnnouncementPreview.js';
import { useCalendars } from './use-calendars.js';

/** Announces in two steps: a preview of the effects, then the announcement. */
export function AnnounceDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState<AnnouncementForm>(EMPTY_FORM);
  const preview = useMutation({ mutationFn: () => calendarsApi.preview(draftOf(form)) });
  const announce = useMutation({
    mutationFn: () => calendarsApi.announce(draftOf(form)),
    onSuccess: () => {
      notifySuccess(t('sla.announce.done'));
      close();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.allOfSla }),
  });
  // Any change of the form requires a new preview, so that what was previewed is what is announced.
  const change = (more: Partial<AnnouncementForm>) => {
    preview.reset();
    announce.reset();
    setForm((old) => ({ ...old, ...more }));
  };
  const error = announce.error ?? preview.error;
  const faults = faultsOf(error);
  const fields = { form, change, faults };
  return (
    <Dialog size="xl" title={t('sla.announce.new')} close={close}>
      <DialogForm
        saving={{ isPending: preview.isPending || announce.isPending, error: error }}
        submit={() => {
          if (preview.data) announce.mutate();
          else preview.mutate();
        }}
        close={close}
        label={t(preview.data ? 'sla.announce.now' : 'sla.announce.preview')}
      >
        <SegmentedControl
          aria-label={t('sla.announce.about.label')}
          data={ANNOUNCEMENT_KINDS.map((about) => ({
            value: about,
            label: t(`sla.announce.about.${about}`),
          }))}
          value={form.about}
          onChange={(about) => change({ about: about as AnnouncementKind })}
        />
        {form.about !== 'zone' && <Whom {...fields} />}
        {form.about === 'month' && <MonthFields {...fields} />}
        {form.about === 'days' && <DaysFields {...fields} />}
        {form.about === 'zone' && <ZoneFields {...fields} />}
        {preview.data && <AnnouncementPreview preview={preview.data} />}
      </DialogForm>
    </Dialog>
  );
}

function Whom({ form, change, faults }: Parameters<typeof MonthFields>[0]) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const calendars = useCalendars();
  return (
    <Select
      label={t('sla.announce.whom')}
      data={[
        { value: '', label: t('sla.announce.everyCalendar') },
        ...(calendars.data ?? [])
          .filter(({ active }) => active)
          .map(({ key, name }) => ({ value: key, label: localized(name) })),
      ]}
      allowDeselect={false}
      value={form.calendar}
      error={faults.at('calendar')}
      onChange={(calendar) => change({ calendar: calendar ?? '' })}
    />
  );
}
