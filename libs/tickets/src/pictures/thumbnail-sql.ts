import { DECODED_TYPES } from './pictures.service.js';

/** How often a thumbnail is tried; after that the file has none. */
export const MAX_THUMBNAIL_ATTEMPTS = 3;

const TYPES = DECODED_TYPES.map((type) => `'${type}'`).join(', ');

/** Condition on `attachment`; the same as in its index. */
export const THUMBNAIL_PENDING = `state = 'clean' AND thumbnail_sha256 IS NULL AND thumbnail_tries < ${MAX_THUMBNAIL_ATTEMPTS} AND type IN (${TYPES})`;

/** Column of `attachment`: the thumbnail's size, or null without one. */
export const THUMBNAIL_JSON = `CASE WHEN thumbnail_sha256 IS NOT NULL AND state = 'clean'
  THEN json_build_object('width', thumbnail_width, 'height', thumbnail_height) END`;
