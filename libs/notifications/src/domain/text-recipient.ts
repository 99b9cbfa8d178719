import { hours } from '#wasl/kernel';
import type { TextMedium } from '#wasl/channels';
import type { StoredPurpose } from './notice-wording.js';

/** WhatsApp allows free-form messages for this long after the recipient's last message. */
const WHATSAPP_WINDOW_MS = hours(24);

export interface Reachability {
  /** has a mail address that is not known to be undeliverable */
  hasMail: boolean;
  phone: string | null;
  /** its owner wrote STOP */
  stopped: boolean;
  unreachable: boolean;
  /** their last text about this ticket */
  lastText: { medium: TextMedium; at: Date } | null;
}

/** The purpose of a text. */
export type TextPurpose = StoredPurpose | 'keyword' | 'follower' | 'sign_in_code';

/**
 * The medium for a text notice, or null for none. Requesters with a mail address get mail, unless they write to us by
 * text, where they expect the answer; a code goes where it was requested.
 * @param isMobile whether the numbering plan allows texts to a number
 */
export function textMediumFor(
  purpose: TextPurpose,
  reach: Reachability,
  now: Date,
  isMobile: (phone: string) => boolean,
): TextMedium | null {
  const { phone, lastText } = reach;
  if (!phone || reach.stopped || reach.unreachable) return null;
  if (!lastText && !isMobile(phone)) return null;
  if (reach.hasMail && !lastText && purpose !== 'tracking_code') return null;
  const free = lastText?.medium === 'whatsapp' && now.getTime() - lastText.at.getTime() < WHATSAPP_WINDOW_MS;
  return free ? 'whatsapp' : 'sms';
}
