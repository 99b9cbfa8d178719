import { UPLOAD_MEGABYTES, UPLOADS_A_TICKET } from './accepted-files.js';

/** What is lost when a line breaks, and what one request carries: some seconds on the slowest network. */
export const PIECE_BYTES = 256 * 1024;

const MEGABYTE = 1024 * 1024;
/** Files begun for one form: people take some away and choose others. */
const MOST_OF_A_FORM = 4 * UPLOADS_A_TICKET;
/** On their way from one network address, behind which there may be an office; and from everybody together. */
const BYTES_OF_A_SENDER = 3 * UPLOADS_A_TICKET * UPLOAD_MEGABYTES * MEGABYTE;
const BYTES_OF_ALL = 2_048 * MEGABYTE;

/** What was begun and is not finished, in bytes; and how many files the form has begun at all. */
export interface OnItsWay {
  ofForm: number;
  ofSender: number;
  ofAll: number;
}

/** Whether one more of `size` bytes is too much. Whoever is told so can still send it together with the form. */
export const isTooMuch = ({ ofForm, ofSender, ofAll }: OnItsWay, size: number): boolean =>
  ofForm >= MOST_OF_A_FORM || ofSender + size > BYTES_OF_A_SENDER || ofAll + size > BYTES_OF_ALL;
