import type { AttachmentView } from '#wasl/tickets';
import type { FormFields } from '../http/form-fields.js';

/** The pages of a filing, in order; choosing the service comes before and needs no form. */
export const STEPS = ['matter', 'place', 'you', 'check'] as const;
export type Step = (typeof STEPS)[number];

export const isStep = (value: string): value is Step => STEPS.includes(value as Step);
export const stepAfter = (step: Step): Step => STEPS[Math.min(STEPS.indexOf(step) + 1, STEPS.length - 1)]!;
export const stepBefore = (step: Step): Step | null => STEPS[STEPS.indexOf(step) - 1] ?? null;

/** An uploaded file that waits for the form to be submitted; `id` attaches it to the ticket. */
export type PendingFile = Pick<AttachmentView, 'id' | 'name' | 'size'>;

/** The answers as typed. They travel in the form itself; nothing is stored before the last submit. */
export interface Draft {
  /** a service's code, or empty */
  service: string;
  kind: string;
  subject: string;
  description: string;
  address: string;
  /** a point on the map, in degrees; only where the visitor's own device gave one */
  lat: string;
  long: string;
  /** numbers of reports that were offered and declined, so that they are not offered again */
  seen: string;
  audience: string;
  name: string;
  phone: string;
  email: string;
  files: PendingFile[];
}

/** The single-value fields of a draft. */
export type DraftField = Exclude<keyof Draft, 'files'>;
export const DRAFT_FIELDS = [
  'service',
  'kind',
  'subject',
  'description',
  'address',
  'lat',
  'long',
  'seen',
  'audience',
  'name',
  'phone',
  'email',
] as const satisfies DraftField[];

export function emptyDraft(): Draft {
  return {
    ...(Object.fromEntries(DRAFT_FIELDS.map((field) => [field, ''])) as Record<DraftField, string>),
    files: [],
  };
}

export function parseDraft(fields: FormFields): Draft {
  const draft = emptyDraft();
  for (const field of DRAFT_FIELDS)
    draft[field] = field === 'description' ? plainText(fields.get(field)) : oneLine(fields.get(field));
  draft.files = parsePendingFiles(fields);
  return draft;
}

/** Removes control characters, which people paste without seeing them. */
export const plainText = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
export const oneLine = (text: string) => plainText(text).replace(/[\s\u2028\u2029]+/g, ' ');

export function parsePendingFiles(fields: FormFields): PendingFile[] {
  return fields.all('held').flatMap((text) => heldFileFrom(text) ?? []);
}

/** A pending file as the value of one hidden field. */
export const serializePendingFile = ({ id, size, name }: PendingFile) => `${id}|${size}|${name}`;

function heldFileFrom(text: string): PendingFile | null {
  const match = /^([\w.-]{1,100})\|(\d{1,12})\|(.{1,200})$/u.exec(text);
  return match ? { id: match[1]!, size: Number(match[2]), name: match[3]! } : null;
}
