import { MAX_UPLOADS_PER_TICKET } from '#wasl/selfservice';
import type { FormFields } from '../http/form-fields.js';
import { type PendingFile, parsePendingFiles, plainText } from './draft.js';
import { MAX_LENGTH } from './validate-draft.js';

/**
 * What was typed on a ticket's page after its session had ended. It travels in the form that asks for the code, so that
 * only this browser has it: the server keeps no text, and of files only the uploads that every public form may send.
 */
export interface KeptReply {
  message: string;
  held: PendingFile[];
  score: string;
  comment: string;
}

/** More than the longest message, so that one that is too long is reported instead of cut. */
const MAX_KEPT = 2 * MAX_LENGTH.description;
const MAX_COMMENT = 2_000;

/** @returns null when nothing was typed */
export function parseKeptReply(fields: FormFields): KeptReply | null {
  const score = fields.get('score');
  const kept = {
    message: plainText(fields.get('message')).slice(0, MAX_KEPT),
    held: parsePendingFiles(fields).slice(0, MAX_UPLOADS_PER_TICKET),
    score: /^[1-5]$/.test(score) ? score : '',
    comment: plainText(fields.get('comment')).slice(0, MAX_COMMENT),
  };
  const isEmpty = `${kept.message}${kept.score}${kept.comment}`.trim() === '' && kept.held.length === 0;
  return isEmpty ? null : kept;
}
