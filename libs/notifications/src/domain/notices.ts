import type { Localized } from '#wasl/kernel';
import { nearestUiLanguage } from './language-order.js';
import { type PlaceholderName, placeholder, PLACEHOLDERS, type Values } from './placeholders.js';

/** The values of a notice about a ticket, for contacts who may know all of it, in the notice's language. */
export interface TicketNoticeFacts {
  /** grouped */
  ticketNumber: string;
  trackingCode: string;
  trackLink: string;
  subject: string;
  requesterName: string | null;
  /** in the country's zone */
  expectedBy: string | null;
  sender: string;
}

/** The same with the values to confirm an address. */
export interface NoticeFacts extends TicketNoticeFacts {
  contactLink: string;
  contactCode: string;
}

/** Replaces a one-time code until its message is sent, so that a queued message contains no credential. */
export const CODE_PLACEHOLDER = 'SIGN-IN-CODE';

const CENTRE: Localized = { ar: 'مركز الاتصال الوطني', en: 'National Contact Centre' };

export const centreName = (language: string) => CENTRE[nearestUiLanguage(language)];

/** Replaces the subject where it must not be repeated. */
const YOUR_MESSAGE: Localized = { ar: 'رسالتكم إلينا', en: 'Your message to us' };

export const neutralSubject = (language: string) => YOUR_MESSAGE[nearestUiLanguage(language)];

/** The progress of a report, for its followers. */
const STAGE_WORDS: Record<'received' | 'in_progress' | 'waiting' | 'settled', Localized> = {
  received: { ar: 'استُلم البلاغ', en: 'The report has been received' },
  in_progress: { ar: 'يجري العمل على البلاغ', en: 'Work on the report has begun' },
  waiting: {
    ar: 'البلاغ بانتظار معلومات أو إجراء من جهة أخرى',
    en: 'The report waits for information or for someone else',
  },
  settled: { ar: 'انتهى العمل على البلاغ', en: 'The work on the report is finished' },
};

export const stageWords = (stage: keyof typeof STAGE_WORDS, language: string) =>
  STAGE_WORDS[stage][nearestUiLanguage(language)];

/** Example values for every placeholder, for previews. */
export function exampleValues(language: string): Values {
  const near = nearestUiLanguage(language);
  const places = Object.keys(PLACEHOLDERS) as PlaceholderName[];
  return Object.fromEntries(places.map((place) => [place, placeholder(place).example[near]]));
}
