import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePresence } from '../api/queries.js';
import type { Presence } from '../api/types.js';
import { useLive } from '../live/live-store.js';
import type { ConnectionStatus } from '../live/connection-state.js';
import { usePresenceChange } from '../presence/use-presence-change.js';
import { usePermission } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import classes from './Shell.module.css';

type BannerStatus = 'lost' | 'slow' | 'connecting';

/** A quick reconnect needs no banner; a slow response has already waited long enough. */
const SHOW_DELAY_MS: Record<BannerStatus, number> = { lost: 1_500, slow: 0, connecting: 6_000 };
const RECOVERED_MS = 4_000;
/** In this time after a reconnect the page knows the state that the server gave the agent. */
const SETTLED_MS = 10_000;

const problemOf = (line: ConnectionStatus): BannerStatus | null =>
  line === 'lost' || line === 'slow' || line === 'connecting' ? line : null;

/** Shows that the connection is lost, slow or still connecting, when it is restored, and what it has cost. */
export function ConnectionBanner() {
  const mayTakeWork = usePermission('presence.own');
  const isNotReady = useLostReadiness() && mayTakeWork;
  return (
    <div role="status" className={classes.connection}>
      {isNotReady ? <NotReadyBanner /> : null}
      <LineBanner saysRestored={!isNotReady} />
    </div>
  );
}

/** @param saysRestored false where another banner says it with what it has cost */
function LineBanner({ saysRestored }: { saysRestored: boolean }) {
  const { t } = useTranslation();
  const problem = useLive((live) => problemOf(live.connection));
  const [shown, setShown] = useState<BannerStatus | 'back' | 'quick' | null>(null);
  useEffect(() => {
    if (problem) {
      const timer = setTimeout(() => setShown(problem), SHOW_DELAY_MS[problem]);
      return () => clearTimeout(timer);
    }
    setShown((before) => (before === 'slow' ? 'quick' : before === 'lost' ? 'back' : null));
    const timer = setTimeout(() => setShown(null), RECOVERED_MS);
    return () => clearTimeout(timer);
  }, [problem]);
  const isOver = shown === 'back' || shown === 'quick';
  if (!shown || (isOver && !saysRestored)) return null;
  return (
    <div className={classes.banner} data-line={shown}>
      <Icon name={isOver ? 'check' : shown === 'lost' ? 'alert' : 'clock'} />
      <span>{t(`line.${shown}`)}</span>
    </div>
  );
}

const takesWork = (state: Presence['state'] | undefined) => state !== 'not_ready' && state !== 'offline';

/** Whether somebody was offered work before the connection was lost, and no longer is. */
function useLostReadiness(): boolean {
  const isLost = useLive((live) => live.connection === 'lost');
  const state = usePresence().data?.state;
  const [lostWork, setLostWork] = useState(false);
  const current = useRef(state);
  current.current = state;
  useEffect(() => {
    if (isLost && current.current && takesWork(current.current)) setLostWork(true);
  }, [isLost]);
  const isShown = lostWork && !isLost && !takesWork(state);
  const wasShown = useRef(false);
  useEffect(() => {
    if (isShown) wasShown.current = true;
    if (!lostWork || isLost || isShown) return undefined;
    // Ready again, or never otherwise: what is chosen later has nothing to do with the connection.
    const timer = setTimeout(() => setLostWork(false), wasShown.current ? 0 : SETTLED_MS);
    wasShown.current = false;
    return () => clearTimeout(timer);
  }, [lostWork, isLost, isShown]);
  return isShown;
}

/** Says so, and makes them ready again. */
function NotReadyBanner() {
  const { t } = useTranslation();
  const change = usePresenceChange();
  return (
    <div className={classes.banner} data-line="notReady">
      <Icon name="alert" />
      <span>{t('line.notReady')}</span>
      <Button size="xs" loading={change.isPending} onClick={() => change.mutate({ state: 'available' })}>
        {t('line.ready')}
      </Button>
    </div>
  );
}
