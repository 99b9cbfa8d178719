import { writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import sharp from 'sharp';
import { MOST_PIXELS } from '../domain/inspect-file.js';
import {
  type Drawing,
  type DrawingAnswer,
  type DrawingKind,
  type DrawingOrder,
  LONGEST_SIDE,
} from './drawing.js';

/**
 * A process that decodes pictures of strangers and nothing else: it has no settings, no secrets and no connections, so
 * that whatever a picture does to its decoder is done to this process alone. It ends with whoever started it.
 */
const MOST_MEMORY = Number(process.argv[2]);
const MEMORY_CHECK_MS = 20;
const THUMBNAIL_QUALITY = 75;
const PHOTO_QUALITY = 85;
/** Half a picture makes a thumbnail; it is kept instead of what was sent only when it is whole. */
const FAIL_ON = { thumbnail: 'none', photo: 'error' } as const;

// No other format is decoded, whatever the bytes claim to be; drawings (SVG) and documents least of all.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

async function draw(content: Uint8Array, kind: DrawingKind): Promise<Drawing> {
  const side = LONGEST_SIDE[kind];
  const picture = sharp(content, {
    failOn: FAIL_ON[kind],
    limitInputPixels: MOST_PIXELS,
    sequentialRead: true,
  });
  const { format } = await picture.metadata();
  const smaller = picture
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  // Nothing but pixels is written unless it is asked for.
  if (kind === 'thumbnail') smaller.webp({ quality: THUMBNAIL_QUALITY });
  else if (format === 'jpeg') smaller.jpeg({ quality: PHOTO_QUALITY });
  else if (format === 'webp') smaller.webp({ quality: PHOTO_QUALITY });
  else smaller.png();
  const { data, info } = await smaller.toBuffer({ resolveWithObject: true });
  return { content: data, width: info.width, height: info.height };
}

const answer = (said: DrawingAnswer) => process.send?.(said);

process.on('message', ({ id, kind, content }: DrawingOrder) => {
  draw(content, kind).then(
    (drawing) => answer({ id, drawing }),
    (error: Error) => answer({ id, fault: error.message.slice(0, 200) }),
  );
});
// At once: an ordinary exit would wait for the decoder, which is what must be stopped.
const die = () => process.kill(process.pid, 'SIGKILL');
process.on('disconnect', die);
setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) die();
}, MEMORY_CHECK_MS);
// After those who serve people, and yet not last of all: somebody may wait for it.
setPriority(5);
// Should the machine run out of memory, this process is the one to end; systems other than Linux have no such file.
writeFile('/proc/self/oom_score_adj', '1000').catch(() => undefined);
