import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { phoneApi } from '../api/phone-api.js';
import { queryKeys } from '../api/query-keys.js';
import { DateField } from '../ui/dates/DateField.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { Textarea, TextInput } from '../ui/fields.js';
import { notifySuccess } from '../ui/notify.js';

/** Blocks a caller, for good or up to the end of a day. */
export function BlockCallerDialog({ number: known = '', close }: { number?: string; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [number, setNumber] = useState(known);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const block = useMutation({
    mutationFn: () => phoneApi.block({ number, reason, ...(until && { until: endOfDay(until) }) }),
    onSuccess: () => {
      notifySuccess(t('blockedCallers.done'));
      close();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.blockedCallers }),
  });
  return (
    <Dialog title={t('blockedCallers.block')} close={close}>
      <DialogForm
        saving={block}
        submit={() => block.mutate()}
        close={close}
        label={t('blockedCallers.block')}
        failed={t('blockedCallers.failed')}
      >
        <TextInput
          label={t('blockedCallers.number')}
          type="tel"
          dir="ltr"
          required
          maxLength={40}
          value={number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
        />
        <Textarea
          label={t('blockedCallers.reason')}
          required
          maxLength={500}
          autosize
          minRows={2}
          dir="auto"
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value.replace(/[\r\n]+/g, ' '))}
        />
        <DateField
          label={t('blockedCallers.until')}
          description={t('blockedCallers.untilHint')}
          value={until}
          onChange={(picked) => setUntil(picked)}
        />
      </DialogForm>
    </Dialog>
  );
}

/** In the time zone of the user. */
function endOfDay(day: string): string {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + 1);
  return at.toISOString();
}
