import type { Localized } from '#wasl/kernel';
import { nearestUiLanguage } from './language-order.js';
import { type Place, placeholder, PLACEHOLDERS, type Values } from './placeholders.js';

/** What every notice about a ticket may say, in the notice's language. */
export interface NoticeFacts {
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

const CENTRE: Localized = { ar: 'مركز الاتصال الوطني', en: 'National Contact Centre' };

export const centreName = (language: string) => CENTRE[nearestUiLanguage(language)];

/** Something for every place, to look at a text with. */
export function exampleValues(language: string): Values {
  const near = nearestUiLanguage(language);
  const places = Object.keys(PLACEHOLDERS) as Place[];
  return Object.fromEntries(places.map((place) => [place, placeholder(place).example[near]]));
}
