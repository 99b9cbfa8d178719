import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live/live-store.js';
import type { ConnectionStatus } from '../live/connection-state.js';
import { Icon } from '../ui/icons.js';
import classes from './Shell.module.css';

type BannerStatus = 'lost' | 'slow' | 'connecting';

/** A quick reconnect needs no banner; a slow response has already waited long enough. */
const SHOW_DELAY_MS: Record<BannerStatus, number> = { lost: 1_500, slow: 0, connecting: 6_000 };
const RECOVERED_MS = 4_000;

const problemOf = (line: ConnectionStatus): BannerStatus | null =>
  line === 'lost' || line === 'slow' || line === 'connecting' ? line : null;

/** Shows that the connection is lost, slow or still connecting, and when it is restored. */
export function ConnectionBanner() {
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
  return (
    <div role="status">
      {shown && (
        <div className={classes.banner} data-line={shown}>
          <Icon name={isOver ? 'check' : shown === 'lost' ? 'alert' : 'clock'} />
          <span>{t(`line.${shown}`)}</span>
        </div>
      )}
    </div>
  );
}
