import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live/live-store.js';
import { Icon } from '../ui/icons.js';
import classes from './Shell.module.css';

/** A line that comes back at once needs no banner. */
const PATIENCE = 1_500;
const SAY_BACK = 4_000;

/** Says that the line is cut, and that it is back and everything was caught up. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const line = useLive((live) => live.line);
  const [shown, setShown] = useState<'no' | 'lost' | 'back'>('no');
  const isDown = line === 'lost' || line === 'connecting';
  useEffect(() => {
    if (isDown) {
      const timer = setTimeout(() => setShown('lost'), line === 'connecting' ? 4 * PATIENCE : PATIENCE);
      return () => clearTimeout(timer);
    }
    setShown((before) => (before === 'lost' ? 'back' : before));
    const timer = setTimeout(() => setShown('no'), SAY_BACK);
    return () => clearTimeout(timer);
  }, [isDown, line]);
  return (
    <div role="status">
      {shown !== 'no' && (
        <div className={classes.banner}>
          <Icon name={shown === 'lost' ? 'alert' : 'check'} />
          <span>{shown === 'lost' ? t('line.lost') : t('line.back')}</span>
        </div>
      )}
    </div>
  );
}
