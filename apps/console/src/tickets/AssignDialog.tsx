import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffApi } from '../api/admin-api.js';
import { ticketsApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import type { Ticket } from '../api/types.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { Select } from '../ui/choice-fields.js';
import { useTicketAction } from './use-ticket-action.js';

interface Props {
  ticket: Ticket;
  opened: boolean;
  close: () => void;
}

/** Assigns a ticket to any agent, whoever owns it now; agents who serve its queue are listed first. */
export function AssignDialog({ ticket, opened, close }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const act = useTicketAction();
  const staff = useQuery({
    queryKey: queryKeys.staff,
    queryFn: async () => (await staffApi.staff()).data,
    enabled: opened,
    staleTime: 0,
  });
  const serves = (person: { queues: string[] }) => person.queues.includes(ticket.queue);
  const others = (staff.data ?? [])
    .filter(({ id }) => id !== ticket.assignee?.id)
    .sort((a, b) => Number(serves(b)) - Number(serves(a)) || a.name.localeCompare(b.name));
  const give = () => {
    if (!chosen) return;
    const run = () => ticketsApi.assign(ticket.number, chosen);
    act.mutate({ run, done: t('done.assignedToOther') }, { onSuccess: close });
  };
  return (
    <Dialog title={t('action.assignToOther')} opened={opened} close={close}>
      <DialogForm
        saving={{ isPending: act.isPending, error: null }}
        submit={() => give()}
        close={close}
        label={t('assign.submit')}
        disabled={!chosen}
      >
        <Select
          label={t('assign.to')}
          required
          searchable
          data-autofocus
          value={chosen}
          onChange={setChosen}
          data={others.map(({ id, name, state }) => ({
            value: id,
            label: `${name} (${t(`presence.state.${state}`)})`,
          }))}
        />
      </DialogForm>
    </Dialog>
  );
}
