import { Radio, Stack, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SHARED_REQUESTER, type SharedRequester } from '#wasl/contracts';
import { idempotencyKey } from '../api/client.js';
import { referralsApi } from '../api/referrals-api.js';
import type { Ticket } from '../api/types.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { Textarea, TextInput } from '../ui/fields.js';
import { notifySuccess } from '../ui/notify.js';
import { EntitySelect } from './EntitySelect.js';
import { refetchReferral } from './use-referral-action.js';

/** Refers a ticket, or a part of it, to an entity: what it is asked to do, and what it may see. */
export function ReferDialog({ ticket, close }: { ticket: Ticket; close: () => void }) {
  const { t } = useTranslation();
  const [entity, setEntity] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [part, setPart] = useState('');
  const [requester, setRequester] = useState<SharedRequester>('name');
  const [sharesText, setSharesText] = useState(true);
  const [sharesFiles, setSharesFiles] = useState(true);
  const [key, setKey] = useState(idempotencyKey);
  const send = useMutation({
    mutationFn: (to: string) =>
      referralsApi.send(
        ticket.number,
        {
          entity: to,
          note: note.trim(),
          ...(part.trim() !== '' && { part: { title: part.trim() } }),
          share: {
            requester,
            messages: sharesText ? 'all' : [],
            attachments: sharesFiles ? 'all' : [],
          },
        },
        key,
      ),
    onSuccess: () => {
      notifySuccess(t('referral.done.sent'));
      close();
    },
    // The next attempt may differ, and is another request then.
    onError: () => setKey(idempotencyKey()),
    onSettled: () => refetchReferral(ticket.number),
  });
  return (
    <Dialog title={t('referral.sendTitle')} close={close}>
      <DialogForm
        saving={send}
        close={close}
        label={t('referral.send')}
        failed={t('referral.failed')}
        disabled={entity === null || note.trim() === ''}
        submit={() => {
          if (entity !== null) send.mutate(entity);
        }}
      >
        <EntitySelect
          label={t('referral.entity')}
          required
          autofocus
          value={entity}
          change={setEntity}
          without={ticket.entity ? [ticket.entity] : []}
        />
        <Textarea
          label={t('referral.note')}
          description={t('referral.noteHint')}
          required
          maxLength={5_000}
          dir="auto"
          autosize
          minRows={3}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <TextInput
          label={t('referral.part')}
          description={t('referral.partHint')}
          maxLength={120}
          dir="auto"
          value={part}
          onChange={(event) => setPart(event.currentTarget.value)}
        />
        <Radio.Group
          label={t('referral.shareRequester')}
          value={requester}
          onChange={(value) => setRequester(SHARED_REQUESTER.find((other) => other === value) ?? 'none')}
        >
          <Stack gap="xs" mt="xs">
            {SHARED_REQUESTER.map((value) => (
              <Radio key={value} value={value} label={t(`referral.shared.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Switch
          label={t('referral.shareMessages')}
          checked={sharesText}
          onChange={(event) => setSharesText(event.currentTarget.checked)}
        />
        <Switch
          label={t('referral.shareFiles')}
          checked={sharesFiles}
          onChange={(event) => setSharesFiles(event.currentTarget.checked)}
        />
      </DialogForm>
    </Dialog>
  );
}
