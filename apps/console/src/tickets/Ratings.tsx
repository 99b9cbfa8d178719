import { useTranslation } from 'react-i18next';
import type { Rating } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { Ltr } from '../ui/Ltr.js';
import classes from './Conversation.module.css';

const BEST = 5;

/** What the requester said about the service, in words and stars. @param number of the ticket that is shown */
export function Ratings({ number, ratings }: { number: string; ratings: Rating[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return ratings.map((rating) => (
    <article key={rating.number} className={classes.rating} aria-label={t('rating.title')}>
      <div className={classes.head}>
        <span className={classes.kind}>{t('rating.title')}</span>
        {rating.number !== number && <Ltr>{rating.number}</Ltr>}
        <time dateTime={rating.at} className={classes.time}>
          {formats.dateTime(rating.at)}
        </time>
      </div>
      <p className={classes.stars}>
        <span aria-hidden>{'★'.repeat(rating.score) + '☆'.repeat(BEST - rating.score)}</span>{' '}
        {t('rating.score', { score: rating.score, best: BEST })}
      </p>
      {rating.comment && <p className={classes.body}>{rating.comment}</p>}
    </article>
  ));
}
