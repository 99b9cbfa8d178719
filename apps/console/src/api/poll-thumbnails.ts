import type { MessagePage } from './types.js';

const POLL_INTERVAL_MS = 2_000;
const MAX_POLLS = 15;

/** Thumbnails are created shortly after an upload; polling stops after a while if one does not appear. */
export function pollThumbnails({
  state: { data, dataUpdateCount },
}: {
  state: { data?: { pages: MessagePage[] }; dataUpdateCount: number };
}): number | false {
  return dataUpdateCount < MAX_POLLS && data?.pages.some(hasSome) ? POLL_INTERVAL_MS : false;
}

const hasSome = ({ data, openingAttachments }: MessagePage) =>
  [...openingAttachments, ...data.flatMap(({ attachments }) => attachments)].some(
    ({ thumbnailSoon }) => thumbnailSoon,
  );
