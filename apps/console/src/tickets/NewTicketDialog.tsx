import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ticketsApi } from '../api/api.js';
import { Dialog } from '../ui/Dialog.js';
import { faultsOf } from '../ui/faults.js';
import { ErrorAlert } from '../ui/ErrorAlert.js';
import { cacheTicket } from './cache-ticket.js';
import { notifySuccess } from '../ui/notify.js';
import classes from './NewTicket.module.css';
import { closeNewTicket, resetTicketForm, newTicketRequest, useNewTicket } from './new-ticket-store.js';
import { RequesterFields, TicketFields } from './NewTicketFields.js';
import { SimilarTickets } from './SimilarTickets.js';

export function NewTicketDialog() {
  const { t } = useTranslation();
  const { opened, callId } = useNewTicket();
  return (
    <Dialog
      size="xl"
      title={callId ? t('newTicket.titleFromCall') : t('newTicket.title')}
      opened={opened}
      close={closeNewTicket}
    >
      <NewTicketForm />
    </Dialog>
  );
}

function NewTicketForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: () => {
      const state = useNewTicket.getState();
      return ticketsApi.create(newTicketRequest(state), state.key);
    },
    onSuccess: (ticket) => {
      cacheTicket(ticket);
      notifySuccess(t('done.created', { number: `\u2066${ticket.number}\u2069` }));
      resetTicketForm();
      void navigate(`/tickets/${ticket.number}`);
    },
  });
  const { error } = create;
  const { at: faultAt } = faultsOf(error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <ErrorAlert error={create.error} mb="md" title={t('newTicket.failed')} />
      <fieldset className={classes.fields}>
        <legend>{t('requester.label')}</legend>
        <RequesterFields faultAt={faultAt} />
      </fieldset>
      <fieldset className={classes.fields}>
        <legend>{t('newTicket.matter')}</legend>
        <TicketFields faultAt={faultAt} />
      </fieldset>
      <SimilarTickets />
      <Group justify="space-between">
        <Button variant="subtle" color="gray" onClick={resetTicketForm}>
          {t('newTicket.clear')}
        </Button>
        <Button type="submit" loading={create.isPending}>
          {t('newTicket.create')}
        </Button>
      </Group>
    </form>
  );
}
