import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { counterApi, type Visit } from '../api/counter-api.js';
import { Ltr } from '../ui/Ltr.js';
import { EmptyState } from '../ui/EmptyState.js';
import { TimeSince } from '../ui/Timer.js';
import classes from './Counter.module.css';
import { Intake } from './Intake.js';
import { useCounterMutation } from './use-counter.js';
import { VisitTicket } from './VisitTicket.js';

/** The visit that is being called or served. */
export function VisitPane({ visit }: { visit: Visit | null }) {
  const { t } = useTranslation();
  return (
    <section className={classes.visit} aria-label={t('counter.visit')}>
      {visit === null && (
        <EmptyState icon="person" title={t('counter.nobody')} text={t('counter.nobodyHint')} />
      )}
      {visit?.state === 'called' && <Called visit={visit} />}
      {visit?.state === 'serving' && (
        <>
          <VisitHead visit={visit} />
          {visit.ticket ? <VisitTicket visit={visit} ticket={visit.ticket} /> : <Intake visit={visit} />}
        </>
      )}
    </section>
  );
}

function VisitHead({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  return (
    <p className={classes.number} role="status">
      {visit.callNumber ? <Ltr>{visit.callNumber}</Ltr> : t('counter.withoutNumber')}{' '}
      <TimeSince since={visit.servedAt ?? visit.cameAt} />
    </p>
  );
}

function Called({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const take = useCounterMutation(() => counterApi.take(visit.id));
  const again = useCounterMutation(() => counterApi.call(visit.id));
  const noShow = useCounterMutation(() => counterApi.noShow(visit.id));
  return (
    <div className={classes.called}>
      <p role="status">{t('counter.calling')}</p>
      <p className={classes.large}>
        <Ltr>{visit.callNumber}</Ltr>
      </p>
      <p dir="auto">{visit.ticket?.subject}</p>
      <Group justify="center">
        <Button data-autofocus loading={take.isPending} onClick={() => take.mutate()}>
          {t('counter.take')}
        </Button>
        <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          {t('counter.callAgain')}
        </Button>
        <Button variant="default" loading={noShow.isPending} onClick={() => noShow.mutate()}>
          {t('counter.noShow')}
        </Button>
      </Group>
    </div>
  );
}
