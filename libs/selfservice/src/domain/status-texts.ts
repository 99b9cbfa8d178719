import type { PendingOn, TicketStatus } from '#wasl/contracts';
import type { Localized } from '#wasl/kernel';

/** A step in the timeline of a ticket, as shown to its requester. */
export type Step = 'opened' | 'in_progress' | 'waiting' | 'resolved' | 'closed' | 'reopened';

/** The explanation of each state for the requester, in a full sentence. */
export const STATUS_TEXTS: Record<Exclude<TicketStatus, 'pending'> | PendingOn | 'reopened', Localized> = {
  // Reopened but not assigned yet: nothing is promised that is not true.
  reopened: {
    ar: 'فتحنا تذكرتك من جديد، وسيتولاها أحد موظفينا.',
    en: 'It is open again; a member of staff will take it up.',
  },
  new: {
    ar: 'استلمنا تذكرتك، وسيطّلع عليها أحد موظفينا.',
    en: 'We have received it; a member of staff will read it.',
  },
  open: { ar: 'نعمل على تذكرتك.', en: 'We are working on it.' },
  requester: {
    ar: 'الدور عليك الآن: سألناك سؤالًا، ونتابع حالما يصلنا ردّك.',
    en: 'It is your turn: we have asked you a question and go on as soon as you reply.',
  },
  entity: {
    ar: 'ننتظر إجراءً من الجهة المختصة، ولا نحتاج منك إلى شيء الآن.',
    en: 'We are waiting for the responsible entity. You need to do nothing at the moment.',
  },
  third_party: {
    ar: 'ننتظر إجراءً من طرف آخر، ولا نحتاج منك إلى شيء الآن.',
    en: 'We are waiting for somebody outside. You need to do nothing at the moment.',
  },
  resolved: {
    ar: 'انتهينا من تذكرتك. إن لم تُحلّ المسألة فأرسل لنا ردًا وسنعيد فتحها.',
    en: 'We have finished. If the matter is not settled, reply and we will open it again.',
  },
  closed: { ar: 'أُغلقت تذكرتك.', en: 'It is closed.' },
};

export const STEP_TEXTS: Record<Step, Localized> = {
  opened: { ar: 'استلمنا تذكرتك', en: 'We received your ticket' },
  in_progress: { ar: 'نعمل على تذكرتك', en: 'We are working on it' },
  waiting: {
    ar: 'ننتظر معلومات أو إجراءً قبل المتابعة',
    en: 'We are waiting for information or for someone else',
  },
  resolved: { ar: 'انتهينا من العمل عليها', en: 'We finished our work on it' },
  closed: { ar: 'أُغلقت التذكرة', en: 'The ticket was closed' },
  reopened: { ar: 'أُعيد فتح التذكرة', en: 'The ticket was opened again' },
};

/** How far a ticket has come, in the order in which its requester sees the stages. */
export const TICKET_STAGES = ['received', 'with_entity', 'answered', 'closed'] as const;
export type TicketStage = (typeof TICKET_STAGES)[number];

/** @param taken somebody has it; until then nothing is claimed but that it was received */
export function stageOf(status: TicketStatus, taken: boolean): TicketStage {
  if (status === 'closed') return 'closed';
  if (status === 'resolved') return 'answered';
  return status === 'pending' || taken ? 'with_entity' : 'received';
}
