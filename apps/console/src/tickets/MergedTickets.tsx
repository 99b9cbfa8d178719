import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMessages } from '../api/queries.js';
import type { Ticket } from '../api/types.js';
import { usePermission } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import classes from './Joining.module.css';
import { useUnmerge } from './merge-split.js';

/** On a merged ticket: a link to the surviving ticket, and undo. */
export function MergedNotice({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const mayUpdate = usePermission('ticket.update');
  const { unmerge } = useUnmerge();
  const { mergedInto } = ticket;
  if (!mergedInto) return null;
  return (
    <div className={classes.merged} role="note">
      <Icon name="merge" />
      <span>
        {t('merge.went')}{' '}
        <Link to={`/tickets/${mergedInto}`}>
          <Ltr>{mergedInto}</Ltr>
        </Link>
      </span>
      {mayUpdate && (
        <Button size="xs" variant="default" onClick={() => unmerge(ticket.number, mergedInto)}>
          {t('merge.undo')}
        </Button>
      )}
    </div>
  );
}

/** On the surviving ticket: the tickets merged into it, each with undo. */
export function MergedTickets({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const mayUpdate = usePermission('ticket.update');
  const { unmerge } = useUnmerge();
  const merged = useMessages(ticket.number).data?.pages[0]?.merged ?? [];
  if (merged.length === 0) return null;
  return (
    <>
      <h3>{t('merge.heading')}</h3>
      <ul>
        {merged.map((one) => (
          <li key={one.number} className={classes.linked}>
            <Link to={`/tickets/${one.number}`}>
              <Ltr>{one.number}</Ltr>
            </Link>
            {one.requester && <bdi>{one.requester}</bdi>}
            <div className={classes.kind} dir="auto">
              {one.subject}
            </div>
            {mayUpdate && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('merge.undoOf', { number: `\u2066${one.number}\u2069` })}
                onClick={() => unmerge(one.number, ticket.number, false)}
              >
                {t('merge.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
