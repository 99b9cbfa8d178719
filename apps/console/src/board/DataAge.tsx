import { useTranslation } from 'react-i18next';
import { clockText } from '../i18n/format.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import classes from './Board.module.css';
import { useFiguresAge } from './use-figures-age.js';

interface Props {
  /** the connection is lost */
  isCut: boolean;
  /** the figures are old, for whatever reason */
  isStale: boolean;
}

/** Up to when events are in the figures, which is not the age of the connection. */
export function DataAge({ isCut, isStale }: Props) {
  const { t } = useTranslation();
  const seconds = useFiguresAge();
  const isOld = isCut || isStale;
  return (
    <p className={classes.age} data-cut={isOld || undefined}>
      <Icon name={isOld ? 'alert' : 'clock'} size={16} />
      {/* Without the number, which a screen reader would read every second. */}
      <span role="status">{t(isCut ? 'board.cut' : isStale ? 'board.stale' : 'board.live')}</span>
      {isOld ? (
        <span>{t('board.behind', { count: seconds })}</span>
      ) : (
        <span>
          {t('board.age')} <Ltr>{clockText(seconds)}</Ltr>
        </span>
      )}
    </p>
  );
}
