import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import { useQueues } from '../api/queries.js';
import type { Ticket } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { Select } from '../ui/choice-fields.js';
import { Textarea } from '../ui/fields.js';
import { notifySuccess } from '../ui/notify.js';
import { cacheTicket } from './cache-ticket.js';

interface Props {
  ticket: Ticket;
  opened: boolean;
  close: () => void;
}

export function TransferDialog({ ticket, opened, close }: Props) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queues = useQueues();
  const [queue, setQueue] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const transfer = useMutation({
    mutationFn: (to: string) =>
      ticketsApi.transfer(ticket.number, { queue: to, ...(note.trim() && { note: note.trim() }) }),
    onSuccess: (changed) => {
      cacheTicket(changed);
      notifySuccess(t('done.transferred'));
      setQueue(null);
      setNote('');
      close();
    },
  });
  const others = (queues.data ?? []).filter(({ key }) => key !== ticket.queue);
  return (
    <Dialog title={t('transfer.title')} opened={opened} close={close}>
      <DialogForm
        saving={transfer}
        submit={() => {
          if (queue) transfer.mutate(queue);
        }}
        close={close}
        label={t('action.transfer')}
        failed={t('ticket.changeFailed')}
        disabled={!queue}
      >
        <Select
          label={t('transfer.queue')}
          placeholder={t('transfer.choose')}
          required
          data-autofocus
          value={queue}
          onChange={setQueue}
          data={others.map((other) => ({ value: other.key, label: localized(other.name) }))}
        />
        <Textarea
          label={t('transfer.note')}
          description={t('transfer.noteHint')}
          dir="auto"
          autosize
          minRows={3}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </DialogForm>
    </Dialog>
  );
}
