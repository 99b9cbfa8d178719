import { useTranslation } from 'react-i18next';
import { type ReferralDetail, referralFileAddress } from '../api/referrals-api.js';
import { useFormats } from '../i18n/format.js';
import { isLanguage, LANGUAGE_NAMES } from '../i18n/languages.js';
import conversation from '../tickets/Conversation.module.css';
import { Files } from '../tickets/Files.js';
import { Ltr } from '../ui/Ltr.js';
import { MessageText } from '../ui/MessageText.js';
import classes from './Referrals.module.css';
import { Said } from './Said.js';

type Matter = NonNullable<ReferralDetail['matter']>;

/** What the entity is asked, and the ticket as far as it is shared. */
export function MatterCard({ referral }: { referral: ReferralDetail }) {
  const { t } = useTranslation();
  const { matter, note } = referral;
  return (
    <>
      {note !== null && <Said title={t('referral.note')} text={note} at={referral.sentAt} />}
      {matter === null ? (
        <p className={conversation.none}>{t('referral.matterHidden')}</p>
      ) : (
        <section className={classes.card}>
          <h2>{t('referral.matter')}</h2>
          <p className={classes.text} dir="auto">
            <strong>{matter.subject}</strong>
          </p>
          {matter.description !== null && (
            <p className={classes.text} dir="auto">
              <MessageText text={matter.description} />
            </p>
          )}
          <Facts matter={matter} />
          <Files
            attachments={matter.attachments}
            address={(file) => referralFileAddress(referral.id, file)}
          />
          {matter.messages.length > 0 && <h3>{t('referral.sharedMessages')}</h3>}
          <SharedMessages matter={matter} />
        </section>
      )}
    </>
  );
}

function SharedMessages({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (matter.messages.length === 0) return null;
  return (
    <ol className={conversation.messages}>
      {matter.messages.map((message) => (
        <li key={message.id}>
          <div className={conversation.head}>
            <span className={conversation.kind}>{t(`message.${message.kind}`)}</span>
            <time dateTime={message.createdAt} className={conversation.time}>
              {formats.dateTime(message.createdAt)}
            </time>
          </div>
          <p className={classes.text} dir="auto">
            <MessageText text={message.body} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Facts({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const { language, location, requester } = matter;
  const place = location && [location.address, `${location.lat}, ${location.long}`].filter(Boolean);
  return (
    <dl className={classes.facts}>
      {requester?.name && (
        <>
          <dt>{t('requester.label')}</dt>
          <dd>
            <bdi>{requester.name}</bdi>
          </dd>
        </>
      )}
      {requester?.audience && (
        <>
          <dt>{t('requester.audience')}</dt>
          <dd>{t(`audience.${requester.audience}`)}</dd>
        </>
      )}
      {requester?.phone && (
        <>
          <dt>{t('referral.phone')}</dt>
          <dd>
            <a href={`tel:${requester.phone}`}>
              <Ltr>{requester.phone}</Ltr>
            </a>
          </dd>
        </>
      )}
      {requester?.email && (
        <>
          <dt>{t('referral.email')}</dt>
          <dd>
            <Ltr>{requester.email}</Ltr>
          </dd>
        </>
      )}
      {isLanguage(language) && (
        <>
          <dt>{t('requester.language')}</dt>
          <dd>{LANGUAGE_NAMES[language]}</dd>
        </>
      )}
      {place && (
        <>
          <dt>{t('referral.place')}</dt>
          <dd>
            {place.map((line) => (
              <bdi key={line}>{line} </bdi>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}
