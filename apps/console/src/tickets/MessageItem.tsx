import { useTranslation } from 'react-i18next';
import type { Message, Requester } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { Icon, type IconName } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import classes from './Conversation.module.css';
import { Files } from './Files.js';
import { CollapsibleText } from './CollapsibleText.js';
import { HeldMessage } from './HeldMessage.js';
import { MessageMailDetails } from './MessageMailDetails.js';

const ICONS: Record<Message['kind'], IconName> = {
  requester_message: 'person',
  public_reply: 'reply',
  internal_note: 'note',
};

interface Props {
  number: string;
  message: Message;
  requester: Requester;
}

/** Notes differ from replies by label, icon, border and position, not by colour alone. */
export function MessageItem({ number, message, requester }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  // a ticket with others merged into it has messages of several requesters
  const isTheirs = message.kind === 'requester_message' && message.author.id === requester.id;
  const author = message.author.name ?? (isTheirs ? requester.name : null);
  return (
    <article className={classes.message} data-kind={message.kind}>
      <header className={classes.head}>
        <Icon name={ICONS[message.kind]} size={16} />
        <span className={classes.kind}>{t(`message.${message.kind}`)}</span>
        {author && <bdi>{author}</bdi>}
        {message.ticket && (
          <span>
            {t('merge.saidOn')} <Ltr>{message.ticket}</Ltr>
          </span>
        )}
        <time dateTime={message.createdAt} className={classes.time}>
          {formats.dateTime(message.createdAt)}
        </time>
      </header>
      {message.held && <HeldMessage number={number} id={message.id} held={message.held} />}
      <CollapsibleText text={message.body} folds={message.folds} />
      <Files attachments={message.attachments} />
      {message.mail && <MessageMailDetails number={number} id={message.id} mail={message.mail} />}
    </article>
  );
}
