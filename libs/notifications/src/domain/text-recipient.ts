import { hours } from '#wasl/kernel';
import type { TextMedium } from '#wasl/channels';
import type { StoredPurpose } from './what-to-tell.js';

/** How long after somebody's message WhatsApp lets us write to them freely. */
const WHATSAPP_WINDOW_MS = hours(24);

export interface Reach {
  /** an address at which mail arrives, as far as we know */
  hasMail: boolean;
  phone: string | null;
  /** its owner wrote STOP */
  stopped: boolean;
  unreachable: boolean;
  /** the last text of theirs on this ticket */
  lastText: { medium: TextMedium; at: Date } | null;
}

/** What a text would say. */
export type TextPurpose = StoredPurpose | 'keyword' | 'follower';

/**
 * By which medium somebody is told, or null: not by text. Who can be reached by mail is told by mail, unless they talk
 * with us by text, where they expect the answer; a code goes where it was asked for.
 * @param isMobile whether texts can arrive at a number, as far as the numbering plan says
 */
export function textMediumFor(
  purpose: TextPurpose,
  reach: Reach,
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
