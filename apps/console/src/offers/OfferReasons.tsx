import type { OfferReason } from '#wasl/contracts';
import { useTranslation } from 'react-i18next';
import { clockText } from '../i18n/format.js';
import { isLanguage, LANGUAGE_NAMES } from '../i18n/languages.js';
import { useExists } from '../i18n/use-exists.js';
import classes from './Offers.module.css';

/** The router's reasons as text, in the order in which they decided. */
export function OfferReasons({ why }: { why: OfferReason[] }) {
  const { t } = useTranslation();
  const reasonText = useOfferReasonText('offer');
  const texts = why.map(reasonText).filter((text) => text !== undefined);
  if (texts.length === 0) return null;
  return (
    <p className={classes.why}>
      <span className={classes.whyLabel}>{t('offer.why')}</span> {texts.join(t('list.separator'))}
    </p>
  );
}

/** Reason codes that this console has no text for are omitted. */
const CODES = [
  'priority',
  'waited',
  'language',
  'language_relaxed',
  'skill',
  'sticky',
  'sticky_ticket',
  'sticky_reopened',
  'vip',
  'vulnerable',
  'promise',
  'overdue',
  'interrupts',
  'overflow',
  'skill_relaxed',
  'preferred',
  'idle',
  'only_one',
] as const;
type Code = (typeof CODES)[number];
const isKnown = (code: string): code is Code => (CODES as readonly string[]).includes(code);
const nameOf = (code: Code) => (code === 'only_one' ? 'alone' : code);

/** @param to 'offer' addresses the agent; 'decision' speaks of the agent in the third person */
export function useOfferReasonText(to: 'offer' | 'decision'): (reason: OfferReason) => string | undefined {
  const { t } = useTranslation();
  const exists = useExists();
  return ({ code: said, params }) => {
    // There are more specific texts for how the agent knows the ticket or requester.
    const detailed = `${said}_${params['knows']}`;
    const code = isKnown(detailed) ? detailed : said;
    if (!isKnown(code)) return undefined;
    const priority = String(params['priority'] ?? '');
    const skill = String(params['skill'] ?? '');
    return t(`${to}.reason.${nameOf(code)}`, {
      priority: exists(`priority.${priority}`) ?? priority,
      language: isLanguage(skill) ? LANGUAGE_NAMES[skill] : skill,
      skill,
      time: `\u2066${clockText(Number(params['seconds'] ?? 0))}\u2069`,
    });
  };
}
