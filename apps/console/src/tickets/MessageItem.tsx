import { useTranslation } from 'react-i18next';
import type { Message, Requester } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { Icon, type IconName } from '../ui/icons.js';
import { Prose } from '../ui/Prose.js';
import classes from './Conversation.module.css';
import { Files } from './Files.js';

const ICONS: Record<Message['kind'], IconName> = {
  requester_message: 'person',
  public_reply: 'reply',
  internal_note: 'note',
};

/** A note is told from a reply by its word, its sign, its frame and its place, not by colour alone. */
export function MessageItem({ message, requester }: { message: Message; requester: Requester }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const author = message.author?.name ?? (message.kind === 'requester_message' ? requester.name : null);
  return (
    <article className={classes.message} data-kind={message.kind}>
      <header className={classes.head}>
        <Icon name={ICONS[message.kind]} size={16} />
        <span className={classes.kind}>{t(`message.${message.kind}`)}</span>
        {author && <bdi>{author}</bdi>}
        <time dateTime={message.createdAt} className={classes.time}>
          {formats.dateTime(message.createdAt)}
        </time>
      </header>
      <p dir="auto" className={classes.body}>
        <Prose text={message.body} />
      </p>
      <Files attachments={message.attachments} />
    </article>
  );
}
