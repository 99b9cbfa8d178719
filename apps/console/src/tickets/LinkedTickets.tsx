import { CloseButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ticketsApi } from '../api/api.js';
import { useLinks } from '../api/queries.js';
import type { LinkedTicket, Ticket } from '../api/types.js';
import { usePermission } from '../session/session.js';
import { Ltr } from '../ui/Ltr.js';
import { notifyError } from '../ui/notify.js';
import { notifyWithUndo } from '../ui/notify-with-undo.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Joining.module.css';
import { StatusBadge } from './TicketBadges.js';
import { refetchTickets } from './merge-split.js';

/** Linked tickets with the kind of link and their status. */
export function LinkedTickets({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const links = useLinks(ticket.number);
  const mayUpdate = usePermission('ticket.update');
  const unlink = useUnlink(ticket.number);
  if (links.isError) return <p>{t('error.loading')}</p>;
  if (!links.data?.length) return null;
  return (
    <>
      <h3>{t('linking.heading')}</h3>
      <ul>
        {links.data.map((link) => (
          <li key={`${link.as} ${link.number}`} className={classes.linked}>
            <span className={classes.kind}>{t(`linking.kind.${link.as}`)}</span>
            <Link to={`/tickets/${link.number}`}>
              <Ltr>{link.number}</Ltr>
            </Link>
            <StatusBadge status={link.status} />
            {mayUpdate && (
              <CloseButton
                size="sm"
                aria-label={t('linking.remove', { number: `\u2066${link.number}\u2069` })}
                disabled={unlink.isPending}
                onClick={() => unlink.mutate(link)}
              />
            )}
            <div dir="auto">{link.subject}</div>
          </li>
        ))}
      </ul>
    </>
  );
}

function useUnlink(number: string) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const failed = (error: unknown) => notifyError(t('ticket.changeFailed'), problemText(error));
  const linkAgain = useMutation({
    mutationFn: (link: LinkedTicket) => ticketsApi.link(number, { to: link.number, as: link.as }),
    onSettled: (_links, _error, link) => refetchTickets(number, link.number),
    onError: failed,
  });
  return useMutation({
    mutationFn: (link: LinkedTicket) => ticketsApi.unlink(number, link.number),
    onSuccess: (_nothing, link) =>
      notifyWithUndo(t('done.unlinked'), t('action.undo'), () => linkAgain.mutate(link)),
    onSettled: (_nothing, _error, link) => refetchTickets(number, link.number),
    onError: failed,
  });
}
