import { useTranslation } from 'react-i18next';
import { useLive, type Viewer } from '../live/live-store.js';
import { useCurrentUser } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import classes from './Ticket.module.css';

const NOBODY: Viewer[] = [];

/** Other viewers of this ticket, and who is typing. */
export function Viewers({ number }: { number: string }) {
  const { t } = useTranslation();
  const me = useCurrentUser();
  const others = useLive((live) => live.viewers[number] ?? NOBODY).filter((viewer) => viewer.id !== me.id);
  const requesterWrites = useLive((live) => live.typingUntil[number] !== undefined);
  return (
    <span role="status" className={classes.viewers} hidden={others.length === 0 && !requesterWrites}>
      {requesterWrites && (
        <span className={classes.fact}>
          <Icon name="note" size={15} />
          {t('viewer.requesterTyping')}
        </span>
      )}
      {others.map((viewer) => (
        <span key={viewer.id} className={classes.fact}>
          <Icon name={viewer.typing ? 'note' : 'eye'} size={15} />
          {t(viewer.typing ? 'viewer.typing' : 'viewer.viewing', { name: `\u2068${viewer.name}\u2069` })}
        </span>
      ))}
    </span>
  );
}
