import type { Resolution, TicketStatus } from '#wasl/contracts';
import type { Localized } from '#wasl/kernel';

/** The specification knows only two states. */
export const openOrClosed = (status: TicketStatus): 'open' | 'closed' =>
  status === 'resolved' || status === 'closed' ? 'closed' : 'open';

export const OPEN_STATUSES: TicketStatus[] = ['new', 'open', 'pending'];
export const CLOSED_STATUSES: TicketStatus[] = ['resolved', 'closed'];

const NOTES: Record<TicketStatus, Localized> = {
  new: { ar: 'استُلم البلاغ.', en: 'It has been received.' },
  open: { ar: 'يجري العمل على البلاغ.', en: 'It is being worked on.' },
  pending: {
    ar: 'ننتظر معلومات أو إجراءً من جهة أخرى.',
    en: 'It waits for information or for someone else.',
  },
  resolved: { ar: 'انتهى العمل على البلاغ.', en: 'The work on it is finished.' },
  closed: { ar: 'أُغلق البلاغ.', en: 'It is closed.' },
};

const RESOLUTION_NOTES: Record<Resolution, Localized> = {
  answered: { ar: 'تمت الإجابة عن البلاغ.', en: 'It has been answered.' },
  fixed: { ar: 'تم إصلاح المشكلة.', en: 'It has been fixed.' },
  not_possible: { ar: 'لا يمكن تنفيذ ما طُلب.', en: 'It cannot be done.' },
  withdrawn: { ar: 'سُحب البلاغ.', en: 'It was withdrawn.' },
  duplicate: { ar: 'سبق الإبلاغ عن الأمر نفسه.', en: 'The same matter was reported before.' },
};

/** The explanation of a state, used when staff have not written one. */
export function statusNote(status: TicketStatus, resolution: Resolution | null): Localized {
  return openOrClosed(status) === 'closed' && resolution ? RESOLUTION_NOTES[resolution] : NOTES[status];
}
