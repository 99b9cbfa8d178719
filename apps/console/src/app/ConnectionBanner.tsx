import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live/live-store.js';
import type { Line } from '../live/line-state.js';
import { Icon } from '../ui/icons.js';
import classes from './Shell.module.css';

type Said = 'lost' | 'slow' | 'connecting';

/** What comes back at once needs no banner. A slow answer was already waited for. */
const PATIENCE: Record<Said, number> = { lost: 1_500, slow: 0, connecting: 6_000 };
const SAY_OVER = 4_000;

const troubleOf = (line: Line): Said | null =>
  line === 'lost' || line === 'slow' || line === 'connecting' ? line : null;

/** Says that the connection is cut, slow, or long in coming, and then that it is good again. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const trouble = useLive((live) => troubleOf(live.line));
  const [shown, setShown] = useState<Said | 'back' | 'quick' | null>(null);
  useEffect(() => {
    if (trouble) {
      const timer = setTimeout(() => setShown(trouble), PATIENCE[trouble]);
      return () => clearTimeout(timer);
    }
    setShown((before) => (before === 'slow' ? 'quick' : before === 'lost' ? 'back' : null));
    const timer = setTimeout(() => setShown(null), SAY_OVER);
    return () => clearTimeout(timer);
  }, [trouble]);
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
