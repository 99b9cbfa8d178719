import { Radio, Stack } from '@mantine/core';
import { RESOLUTIONS, type Resolution } from '#wasl/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import type { Ticket } from '../api/types.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { Textarea } from '../ui/fields.js';
import { notifySuccess } from '../ui/notify.js';
import { cacheTicket } from './cache-ticket.js';

interface Props {
  ticket: Ticket;
  opened: boolean;
  close: () => void;
}

export function ResolveDialog({ ticket, opened, close }: Props) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [resolution, setResolution] = useState<Resolution>('answered');
  const resolve = useMutation({
    mutationFn: () => ticketsApi.resolve(ticket.number, { note: note.trim(), resolution }),
    onSuccess: (changed) => {
      cacheTicket(changed);
      notifySuccess(t('done.resolved'));
      setNote('');
      close();
    },
  });
  return (
    <Dialog title={t('resolve.title')} opened={opened} close={close}>
      <DialogForm
        saving={resolve}
        submit={() => {
          if (note.trim() !== '') resolve.mutate();
        }}
        close={close}
        label={t('action.resolve')}
        failed={t('ticket.changeFailed')}
      >
        <Radio.Group
          label={t('resolve.resolution')}
          value={resolution}
          onChange={(value) => setResolution(RESOLUTIONS.find((other) => other === value) ?? 'answered')}
        >
          <Stack gap="xs" mt="xs">
            {RESOLUTIONS.map((value) => (
              <Radio key={value} value={value} label={t(`resolution.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('resolve.note')}
          description={t('resolve.noteHint')}
          required
          data-autofocus
          dir="auto"
          autosize
          minRows={3}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
        />
      </DialogForm>
    </Dialog>
  );
}
