import { useTranslation } from 'react-i18next';
import { clockText } from '../i18n/format.js';
import { useLive } from '../live/live-store.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import { useNow } from '../ui/use-now.js';
import classes from './Board.module.css';

/** Age of the displayed figures: the time since the last message from the server. */
export function DataAge({ isCut }: { isCut: boolean }) {
  const { t } = useTranslation();
  const heardAt = useLive((live) => live.lastHeardAt);
  useNow(); // re-renders once a second
  const seconds = heardAt === 0 ? 0 : (Date.now() - heardAt) / 1000;
  return (
    <p className={classes.age} data-cut={isCut || undefined}>
      <Icon name={isCut ? 'alert' : 'clock'} size={16} />
      <span role="status">{isCut ? t('board.cut') : t('board.live')}</span>
      <span>
        {t('board.age')} <Ltr>{clockText(seconds)}</Ltr>
      </span>
    </p>
  );
}
