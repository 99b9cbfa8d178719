import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Counter, counterApi } from '../api/counter-api.js';
import { useFormats } from '../i18n/format.js';
import { usePermission } from '../session/session.js';
import { LoadError } from '../ui/LoadError.js';
import { EmptyState } from '../ui/EmptyState.js';
import { useTitle } from '../ui/use-title.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { ChooseDesk } from './ChooseDesk.js';
import classes from './Counter.module.css';
import { useCounter, useCounterMutation } from './use-counter.js';
import { VisitPane } from './VisitPane.js';
import { WaitingList } from './WaitingList.js';

/** Desk view of a service centre: the waiting list and the current visit. */
export function CounterPage() {
  const { t } = useTranslation();
  useTitle(t('counter.title'));
  if (!usePermission('counter.serve')) return <EmptyState icon="counter" title={t('counter.notAllowed')} />;
  return <Desk />;
}

function Desk() {
  const { t } = useTranslation();
  const counter = useCounter();
  if (counter.isPending) return <LoadingIndicator />;
  if (!counter.data) return <LoadError error={counter.error} again={() => void counter.refetch()} />;
  const { sitting, visit, waiting } = counter.data;
  return (
    <div className={classes.page}>
      <h1 className="visually-hidden">{t('counter.title')}</h1>
      {sitting && <DeskBar sitting={sitting} busy={visit !== null} />}
      {sitting ? (
        <div className={classes.columns}>
          <WaitingList waiting={waiting} busy={visit !== null} />
          <VisitPane visit={visit} />
        </div>
      ) : (
        <>
          {/* An agent whose desk was taken over can still finish the current visit. */}
          {visit && <VisitPane visit={visit} />}
          <ChooseDesk />
        </>
      )}
    </div>
  );
}

function DeskBar({ sitting, busy }: { sitting: NonNullable<Counter['sitting']>; busy: boolean }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const leave = useCounterMutation(() => counterApi.leaveDesk());
  return (
    <header className={classes.bar}>
      <p>
        <strong>{localized(sitting.centre.name)}</strong>{' '}
        <span>{t('counter.desk', { label: `\u2068${sitting.desk}\u2069` })}</span>
      </p>
      <Button variant="default" disabled={busy} loading={leave.isPending} onClick={() => leave.mutate()}>
        {t('counter.leave')}
      </Button>
    </header>
  );
}
