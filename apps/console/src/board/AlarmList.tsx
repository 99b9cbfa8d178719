import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveAlarms } from '#wasl/contracts';
import { useCurrentUser } from '../session/session.js';
import { acknowledgedBy, setAcknowledged, useAcknowledged } from './acknowledged.js';
import { AlarmItem } from './AlarmItem.js';
import classes from './Alarms.module.css';
import { alarmsOf, stillOpen } from './alarms.js';

/** More would push the figures off the screen. */
const MOST_AT_FIRST = 5;
const NONE: LiveAlarms = { unserved: [], targets: [] };

/** What a supervisor must see to, most urgent first, without what they have acknowledged. */
export function AlarmList({ alarms: given }: { alarms: LiveAlarms | undefined }) {
  const { t } = useTranslation();
  const { id: me } = useCurrentUser();
  const heading = useRef<HTMLHeadingElement>(null);
  const [showsAll, setShowsAll] = useState(false);
  const acknowledged = useAcknowledged(acknowledgedBy(me));
  const all = alarmsOf(given ?? NONE);
  const kept = stillOpen(acknowledged, all);
  // An answer without alarms, as an older version gives, says nothing of those that were acknowledged.
  const isStale = given !== undefined && kept.length < acknowledged.length;
  useEffect(() => {
    if (isStale) setAcknowledged(me, kept);
  });
  const open = all.filter(({ id }) => !kept.includes(id));
  const shown = showsAll ? open : open.slice(0, MOST_AT_FIRST);
  const change = (ids: string[]) => {
    setAcknowledged(me, ids);
    // The button that had the focus is gone.
    heading.current?.focus();
  };
  return (
    <section aria-labelledby="board-alarms" className={classes.alarms}>
      <div className={classes.head}>
        <h2 id="board-alarms" ref={heading} tabIndex={-1}>
          {t('alarms.title')}
        </h2>
        <span role="status" aria-live="polite" className={classes.count}>
          {open.length === 0 ? t('alarms.none') : t('alarms.count', { count: open.length })}
        </span>
        {kept.length > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => change([])}>
            {t('alarms.restore', { count: kept.length })}
          </Button>
        )}
      </div>
      {shown.length > 0 && (
        <>
          <ul className={classes.list}>
            {shown.map((alarm) => (
              <AlarmItem key={alarm.id} alarm={alarm} acknowledge={() => change([...kept, alarm.id])} />
            ))}
          </ul>
          {shown.length < open.length && (
            <Button size="xs" variant="default" onClick={() => setShowsAll(true)}>
              {t('alarms.all', { count: open.length })}
            </Button>
          )}
          <p className={classes.hint}>{t('alarms.hint')}</p>
        </>
      )}
    </section>
  );
}
