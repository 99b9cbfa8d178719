import { useTranslation } from 'react-i18next';
import { type ReferralDetail, referralFileAddress } from '../api/referrals-api.js';
import { useFormats } from '../i18n/format.js';
import conversation from '../tickets/Conversation.module.css';
import { Files } from '../tickets/Files.js';
import { MessageText } from '../ui/MessageText.js';
import classes from './Referrals.module.css';
import { useEntityName } from './use-referrals.js';

/** What the entity and the centre wrote to each other; the requester sees none of it. */
export function ReferralThread({ referral }: { referral: ReferralDetail }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const entityName = useEntityName();
  if (referral.messages.length === 0) return null;
  return (
    <section aria-label={t('referral.thread')}>
      <h2 className={conversation.label}>{t('referral.thread')}</h2>
      <ol className={conversation.messages}>
        {referral.messages.map((message) => (
          <li
            key={message.id}
            className={`${conversation.message} ${classes.message}`}
            data-from={message.from}
          >
            <div className={conversation.head}>
              <span className={conversation.kind}>{t(`referral.message.${message.kind}`)}</span>
              <bdi>
                {message.author ??
                  (message.from === 'centre' ? t('referral.centre') : entityName(referral.entity))}
              </bdi>
              <time dateTime={message.createdAt} className={conversation.time}>
                {formats.dateTime(message.createdAt)}
              </time>
            </div>
            <p className={classes.text} dir="auto">
              <MessageText text={message.body} />
            </p>
            <Files
              attachments={message.attachments}
              address={(file) => referralFileAddress(referral.id, file)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
