import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { useNow } from '../ui/use-now.js';
import classes from './Marks.module.css';
import type { SlaTargetView } from './sla-target.js';
import { useSlaTargets } from './use-sla-targets.js';

export const SLA_SHAPES = { kept: '◔', risk: '◕', broken: '✕', paused: '‖' } as const;

/** The most urgent SLA target of a ticket, for a list row. */
export function SlaBadge({ ticket }: { ticket: Ticket }) {
  const [first] = useSlaTargets(ticket);
  return first ? <PromiseChip promise={first} /> : null;
}

/** All open SLA targets, for the ticket header. */
export function SlaBadges({ ticket }: { ticket: Ticket }) {
  return useSlaTargets(ticket).map((promise) => (
    <PromiseChip key={promise.clock} promise={promise} withClock />
  ));
}

/** Remaining time of an SLA target as text and shape; colour is only redundant. */
function PromiseChip({ promise, withClock = false }: { promise: SlaTargetView; withClock?: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const when = formats.relative(Date.parse(promise.dueAt) - now);
  const words = promise.pausedFor
    ? t(`promise.pausedFor.${promise.pausedFor}`)
    : t(`promise.${promise.state}`, { when });
  return (
    <span className={classes.promise} data-state={promise.state} title={formats.dateTime(promise.dueAt)}>
      <span aria-hidden="true">{SLA_SHAPES[promise.state]}</span>
      {withClock && <span>{t('promise.of', { clock: t(`promise.clock.${promise.clock}`) })}</span>}
      {words}
    </span>
  );
}
