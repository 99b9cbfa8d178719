import type { Attachment } from '../api/types.js';
import { referralFileAddress } from '../api/referrals-api.js';
import { useFormats } from '../i18n/format.js';
import conversation from '../tickets/Conversation.module.css';
import { Files } from '../tickets/Files.js';
import { MessageText } from '../ui/MessageText.js';
import classes from './Referrals.module.css';

interface Props {
  title: string;
  /** null: not shown to this reader */
  text: string | null;
  at?: string | null;
  files?: Attachment[];
  /** whose files they are */
  referral?: string;
}

/** A text of the referral itself: what is asked, decided or answered. */
export function Said({ title, text, at, files = [], referral }: Props) {
  const formats = useFormats();
  return (
    <section className={classes.card} data-strong>
      <h2>
        {title}{' '}
        {at && (
          <time dateTime={at} className={conversation.time}>
            {formats.dateTime(at)}
          </time>
        )}
      </h2>
      {text !== null && (
        <p className={classes.text} dir="auto">
          <MessageText text={text} />
        </p>
      )}
      {referral && <Files attachments={files} address={(file) => referralFileAddress(referral, file)} />}
    </section>
  );
}
