import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { useCurrentUser } from '../session/session.js';
import { useNow } from '../ui/use-now.js';
import classes from './Marks.module.css';
import { SLA_SHAPES } from './SlaBadge.js';
import { useSlaTargets } from './use-sla-targets.js';

const TEXTS = { risk: 'promise.noticeAtRisk', broken: 'promise.noticeBreached' } as const;

/** Tells the agent who has the ticket that its most urgent SLA target is at risk or breached. */
export function SlaNotice({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const me = useCurrentUser();
  const now = useNow();
  const [first] = useSlaTargets(ticket);
  const isMine = ticket.assignee?.id === me.id;
  const state = isMine && (first?.state === 'risk' || first?.state === 'broken') ? first.state : undefined;
  return (
    // Always there, so that a screen reader reads out what appears in it.
    <div role="status">
      {first && state && (
        <p className={classes.notice} data-state={state}>
          <span aria-hidden="true">{SLA_SHAPES[state]}</span>
          {t(TEXTS[state], {
            clock: t(`promise.clock.${first.clock}`),
            when: formats.relative(Date.parse(first.dueAt) - now),
          })}
        </p>
      )}
    </div>
  );
}
