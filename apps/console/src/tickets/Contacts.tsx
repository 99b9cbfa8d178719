import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import type { Ticket, TicketContact } from '../api/types.js';
import { usePermission } from '../session/session.js';
import { Ltr } from '../ui/Ltr.js';
import { notifySuccess, notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Contacts.module.css';

const SHAPES: Record<TicketContact['state'], string> = { verified: '✓', claimed: '?', refused: '✕' };

/** Contact addresses of the requester and their verification states. */
export function Contacts({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const contacts = useQuery({
    queryKey: queryKeys.contacts(ticket.number),
    queryFn: async () => (await ticketsApi.contacts(ticket.number)).data,
  });
  const mayUpdate = usePermission('ticket.update');
  const code = useReplaceCode(ticket.number);
  if (contacts.isError) return <p>{t('error.loading')}</p>;
  if (!contacts.data) return null;
  return (
    <>
      {contacts.data.length > 0 && (
        <>
          <h3>{t('contacts.label')}</h3>
          <ul>
            {contacts.data.map((contact) => (
              <li key={contact.id}>
                <ContactRow number={ticket.number} contact={contact} mayUpdate={mayUpdate} />
              </li>
            ))}
          </ul>
        </>
      )}
      {mayUpdate && (
        <Button
          size="compact-xs"
          variant="subtle"
          className={classes.code}
          loading={code.isPending}
          onClick={() => code.mutate()}
        >
          {t('contacts.replaceCode')}
        </Button>
      )}
    </>
  );
}

interface RowProps {
  number: string;
  contact: TicketContact;
  mayUpdate: boolean;
}

function ContactRow({ number, contact, mayUpdate }: RowProps) {
  const { t } = useTranslation();
  const { kind, value, state, role, known, withheld, replyTo } = contact;
  const decide = useDecide(number, contact);
  return (
    <>
      <span className={classes.kind}>
        {t(role === 'participant' ? 'contacts.participant' : `requester.${kind}`)}
      </span>{' '}
      {kind === 'phone' ? (
        <a href={`tel:${value}`}>
          <Ltr>{value}</Ltr>
        </a>
      ) : (
        <Ltr>{value}</Ltr>
      )}
      <div className={classes.state} data-state={state}>
        <span aria-hidden="true" className={classes.shape}>
          {SHAPES[state]}
        </span>
        {t(`contacts.state.${state}`)}
      </div>
      {replyTo && (
        <p className={classes.hint}>
          {t(state === 'verified' ? 'contacts.replyToConfirmed' : 'contacts.replyTo')}
        </p>
      )}
      {known && (
        <p className={classes.hint}>
          {known.name ? t('contacts.knownAs', { name: `\u2068${known.name}\u2069` }) : t('contacts.known')}
        </p>
      )}
      {withheld && <p className={classes.hint}>{t('contacts.withheld')}</p>}
      {mayUpdate && (
        <div className={classes.buttons}>
          {state !== 'verified' && (
            <Button
              size="compact-xs"
              variant="light"
              loading={decide.isPending && decide.variables === 'confirm'}
              onClick={() => decide.mutate('confirm')}
            >
              {t('contacts.confirm')}
            </Button>
          )}
          {state !== 'refused' && (
            <Button
              size="compact-xs"
              variant="default"
              loading={decide.isPending && decide.variables === 'refuse'}
              onClick={() => decide.mutate('refuse')}
            >
              {t('contacts.refuse')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function useDecide(number: string, { id }: TicketContact) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: (what: 'confirm' | 'refuse') =>
      what === 'confirm' ? ticketsApi.confirmContact(number, id) : ticketsApi.refuseContact(number, id),
    onSuccess: (_list, what) =>
      notifySuccess(t(what === 'confirm' ? 'contacts.confirmed' : 'contacts.refused')),
    // The ticket may have another requester now, so everything under its key is refetched.
    onSettled: () => void queryClient.invalidateQueries({ queryKey: queryKeys.ticket(number) }),
    onError: (error) => notifyError(t('ticket.changeFailed'), problemText(error)),
  });
}

function useReplaceCode(number: string) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: () => ticketsApi.replaceCode(number),
    onSuccess: () => notifySuccess(t('contacts.codeReplaced')),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: queryKeys.ticket(number) }),
    onError: (error) => notifyError(t('ticket.changeFailed'), problemText(error)),
  });
}
