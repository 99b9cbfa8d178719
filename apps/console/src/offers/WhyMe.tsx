import type { OfferReason } from '#wasl/contracts';
import { useTranslation } from 'react-i18next';
import { clockText } from '../i18n/format.js';
import { isLanguage, LANGUAGE_NAMES } from '../i18n/languages.js';
import { useExists } from '../i18n/use-exists.js';
import classes from './Offers.module.css';

/** The router's reasons in words, in the order in which they decided. */
export function WhyMe({ why }: { why: OfferReason[] }) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const texts = why.map(reasonText).filter((text) => text !== undefined);
  if (texts.length === 0) return null;
  return (
    <p className={classes.why}>
      <span className={classes.whyLabel}>{t('offer.why')}</span> {texts.join(t('list.separator'))}
    </p>
  );
}

/** The text for each code of the router; one that is newer than this page is left out. */
const TEXTS = {
  priority: 'offer.reason.priority',
  waited: 'offer.reason.waited',
  language: 'offer.reason.language',
  language_relaxed: 'offer.reason.language_relaxed',
  skill: 'offer.reason.skill',
  sticky: 'offer.reason.sticky',
  sticky_ticket: 'offer.reason.sticky_ticket',
  sticky_reopened: 'offer.reason.sticky_reopened',
  vip: 'offer.reason.vip',
  vulnerable: 'offer.reason.vulnerable',
  promise: 'offer.reason.promise',
  overdue: 'offer.reason.overdue',
  interrupts: 'offer.reason.interrupts',
  overflow: 'offer.reason.overflow',
  skill_relaxed: 'offer.reason.skill_relaxed',
  preferred: 'offer.reason.preferred',
  idle: 'offer.reason.idle',
  only_one: 'offer.reason.alone',
} as const;
const isKnown = (code: string): code is keyof typeof TEXTS => code in TEXTS;

function useReasonText(): (reason: OfferReason) => string | undefined {
  const { t } = useTranslation();
  const exists = useExists();
  return ({ code: said, params }) => {
    // How an agent comes to know a matter is told in words of its own, where there are such.
    const detailed = `${said}_${params['knows']}`;
    const code = isKnown(detailed) ? detailed : said;
    if (!isKnown(code)) return undefined;
    const priority = String(params['priority'] ?? '');
    const skill = String(params['skill'] ?? '');
    return t(TEXTS[code], {
      priority: exists(`priority.${priority}`) ?? priority,
      language: isLanguage(skill) ? LANGUAGE_NAMES[skill] : skill,
      skill,
      time: `\u2066${clockText(Number(params['seconds'] ?? 0))}\u2069`,
    });
  };
}
