import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { counterApi, type Visit } from '../api/counter-api.js';
import { useCurrentUser } from '../session/session.js';
import { Ltr } from '../ui/Ltr.js';
import { TimeSince } from '../ui/Timer.js';
import classes from './Counter.module.css';
import { useCounterMutation } from './use-counter.js';

/** Waiting visitors in order of arrival. */
export function WaitingList({ waiting, busy }: { waiting: Visit[]; busy: boolean }) {
  const { t } = useTranslation();
  const next = useCounterMutation(() => counterApi.next());
  const begin = useCounterMutation(() => counterApi.begin());
  const count = waiting.filter(({ state }) => state === 'waiting').length;
  return (
    <section className={classes.room} aria-labelledby="waiting-room">
      <h2 id="waiting-room">{t('counter.waiting', { count })}</h2>
      <div className={classes.actions}>
        <Button disabled={busy || count === 0} loading={next.isPending} onClick={() => next.mutate()}>
          {t('counter.next')}
        </Button>
        <Button variant="default" disabled={busy} loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('counter.walkIn')}
        </Button>
      </div>
      <ol className={classes.list} tabIndex={waiting.length > 0 ? 0 : -1} aria-labelledby="waiting-room">
        {waiting.map((visit) => (
          <Waiter key={visit.id} visit={visit} busy={busy} />
        ))}
      </ol>
    </section>
  );
}

function Waiter({ visit, busy }: { visit: Visit; busy: boolean }) {
  const { t } = useTranslation();
  const me = useCurrentUser().id;
  const call = useCounterMutation(() => counterApi.call(visit.id));
  const called = visit.state === 'called';
  return (
    <li className={classes.waiter} data-state={visit.state}>
      <div>
        <p className={classes.number}>
          <Ltr>{visit.callNumber}</Ltr> <TimeSince since={visit.cameAt} />
        </p>
        <p dir="auto" className={classes.subject}>
          {visit.ticket?.subject}
        </p>
        {called && (
          <p className={classes.quiet}>
            {visit.staff?.id === me
              ? t('counter.calledByYou')
              : t('counter.calledTo', { label: `\u2068${visit.desk ?? ''}\u2069` })}
          </p>
        )}
      </div>
      {!called && (
        <Button
          size="xs"
          variant="default"
          disabled={busy}
          loading={call.isPending}
          aria-label={t('counter.callNamed', { number: `\u2066${visit.callNumber ?? ''}\u2069` })}
          onClick={() => call.mutate()}
        >
          {t('counter.call')}
        </Button>
      )}
    </li>
  );
}
