import { MAX_UPLOAD_MEGABYTES, MAX_UPLOADS_PER_TICKET } from './accepted-files.js';

/** The size of one chunk: what is lost when a connection breaks, and a few seconds on the slowest network. */
export const CHUNK_BYTES = 256 * 1024;

const MEGABYTE = 1024 * 1024;
/** Files started for one form; people remove some and choose others. */
const MAX_FILES_PER_FORM = 4 * MAX_UPLOADS_PER_TICKET;
/** Unfinished bytes from one network address, which may be a whole office; and from everybody together. */
const MAX_BYTES_PER_SENDER = 3 * MAX_UPLOADS_PER_TICKET * MAX_UPLOAD_MEGABYTES * MEGABYTE;
const MAX_BYTES_IN_TOTAL = 2_048 * MEGABYTE;

/** Unfinished uploads in bytes, and the number of files the form has started. */
export interface PendingUploads {
  ofForm: number;
  ofSender: number;
  ofAll: number;
}

/** Whether another upload of `size` bytes exceeds a limit. The file can still be sent together with the form. */
export const exceedsUploadLimits = ({ ofForm, ofSender, ofAll }: PendingUploads, size: number): boolean =>
  ofForm >= MAX_FILES_PER_FORM || ofSender + size > MAX_BYTES_PER_SENDER || ofAll + size > MAX_BYTES_IN_TOTAL;
