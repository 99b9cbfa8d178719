import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { useNow } from '../ui/use-now.js';
import classes from './Marks.module.css';
import { promiseOf } from './promise.js';

const SHAPES = { kept: '◔', risk: '◕', broken: '✕', paused: '‖' } as const;

/** How much time the next promise leaves, in words and shape. */
export function PromiseMark({ ticket, withClock = false }: { ticket: Ticket; withClock?: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const promise = promiseOf(ticket, now);
  if (!promise) return null;
  const when = formats.relative(Date.parse(promise.dueAt) - now);
  return (
    <span className={classes.promise} data-state={promise.state} title={formats.dateTime(promise.dueAt)}>
      <span aria-hidden="true">{SHAPES[promise.state]}</span>
      {withClock && <span>{t(`promise.clock.${promise.clock}`)}</span>}
      {t(`promise.${promise.state}`, { when })}
    </span>
  );
}
