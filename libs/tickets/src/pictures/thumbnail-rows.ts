import { DECODED_TYPES } from './pictures.service.js';

/** How often a thumbnail is tried whose decoder ends; a row that has had them all has none. */
export const THUMBNAIL_TRIES = 3;

const TYPES = DECODED_TYPES.map((type) => `'${type}'`).join(', ');

/** Of `attachment`: as in the index that serves it. */
export const WAITS_FOR_THUMBNAIL = `state = 'clean' AND thumbnail_sha256 IS NULL AND thumbnail_tries < ${THUMBNAIL_TRIES} AND type IN (${TYPES})`;

/** Of `attachment`: its size when there is one, else null. */
export const THUMBNAIL_JSON = `CASE WHEN thumbnail_sha256 IS NOT NULL AND state = 'clean'
  THEN json_build_object('width', thumbnail_width, 'height', thumbnail_height) END`;
