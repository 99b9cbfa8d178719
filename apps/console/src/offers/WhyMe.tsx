import type { OfferReason } from '#wasl/contracts';
import { useTranslation } from 'react-i18next';
import { useExists } from '../i18n/use-exists.js';
import { LANGUAGE_NAMES, isLanguage } from '../i18n/languages.js';
import { clockText } from '../i18n/format.js';
import classes from './Offers.module.css';

/** The router's reasons in words, in the order in which they decided. */
export function WhyMe({ why }: { why: OfferReason[] }) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  if (why.length === 0) return null;
  return (
    <p className={classes.why}>
      <span className={classes.whyLabel}>{t('offer.why')}</span>{' '}
      {why.map(reasonText).filter(Boolean).join(t('list.separator'))}
    </p>
  );
}

const KNOWN = ['priority', 'due', 'waited', 'language', 'skill', 'sticky', 'idle', 'overflow'] as const;
type Known = (typeof KNOWN)[number];
const isKnown = (code: string): code is Known => KNOWN.includes(code as Known);

function useReasonText(): (reason: OfferReason) => string {
  const { t } = useTranslation();
  const exists = useExists();
  return ({ code, params }) => {
    if (!isKnown(code)) return '';
    const priority = String(params['priority'] ?? '');
    const language = params['language'] ?? params['skill'];
    return t(`offer.reason.${code}`, {
      ...params,
      priority: exists(`priority.${priority}`) ?? priority,
      language: isLanguage(language) ? LANGUAGE_NAMES[language] : (language ?? ''),
      skill: params['skill'] ?? '',
      level: params['level'] ?? '',
      time: clockText(Number(params['seconds'] ?? 0)),
    });
  };
}
