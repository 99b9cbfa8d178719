import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import type { LinkRequest, Ticket } from '../api/types.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { Select } from '../ui/choice-fields.js';
import { notifySuccess } from '../ui/notify.js';
import { TicketPicker } from './TicketPicker.js';
import { refetchTickets } from './merge-split.js';

interface Props {
  ticket: Ticket;
  opened: boolean;
  close: () => void;
}

/** Kinds of links, the most frequent first. */
const LINKS: readonly LinkRequest['as'][] = [
  'related',
  'duplicates',
  'duplicated_by',
  'caused_by',
  'causes',
  'part_of',
  'contains',
];

/** Links two tickets; both stay separate. */
export function LinkDialog({ ticket, opened, close }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('linking.title')} size="lg" opened={opened} close={close}>
      <LinkForm ticket={ticket} close={close} />
    </Dialog>
  );
}

function LinkForm({ ticket, close }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const [other, setOther] = useState<Ticket>();
  const [as, setAs] = useState<LinkRequest['as']>('related');
  const link = useMutation({
    mutationFn: (to: string) => ticketsApi.link(ticket.number, { to, as }),
    onSuccess: (_links, to) => {
      refetchTickets(ticket.number, to);
      notifySuccess(t('done.linked'));
      close();
    },
  });
  return (
    <DialogForm
      saving={link}
      submit={() => {
        if (other) link.mutate(other.number);
      }}
      close={close}
      label={t('linking.submit')}
      failed={t('linking.failed')}
      disabled={!other}
    >
      <TicketPicker ticket={ticket} label={t('linking.to')} chosen={other} choose={setOther} />
      <Select
        label={t('linking.as')}
        value={as}
        onChange={(value) => setAs(LINKS.find((one) => one === value) ?? 'related')}
        data={LINKS.map((one) => ({ value: one, label: t(`linking.kind.${one}`) }))}
      />
    </DialogForm>
  );
}
