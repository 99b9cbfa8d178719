import type { MessagePage } from './types.js';

const LOOK_AGAIN_MS = 2_000;
const MOST_LOOKS = 15;

/** Thumbnails are made a moment after their files have come; one that does not come is not waited for without end. */
export function untilThumbnails({
  state: { data, dataUpdateCount },
}: {
  state: { data?: { pages: MessagePage[] }; dataUpdateCount: number };
}): number | false {
  return dataUpdateCount < MOST_LOOKS && data?.pages.some(hasSome) ? LOOK_AGAIN_MS : false;
}

const hasSome = ({ data, openingAttachments }: MessagePage) =>
  [...openingAttachments, ...data.flatMap(({ attachments }) => attachments)].some(
    ({ thumbnailSoon }) => thumbnailSoon,
  );
