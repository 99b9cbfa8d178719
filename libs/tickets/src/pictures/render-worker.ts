import { writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import sharp from 'sharp';
import { MAX_PIXELS } from '../domain/inspect-file.js';
import {
  type RenderedPicture,
  type RenderResult,
  type RenderKind,
  type RenderJob,
  MAX_SIDE_PIXELS,
} from './render-protocol.js';

/**
 * A child process that only decodes pictures from strangers. It has no settings, secrets or connections, so that a
 * malicious picture can harm nothing but this process. It ends with its parent.
 */
const MAX_MEMORY_BYTES = Number(process.argv[2]);
const MEMORY_CHECK_MS = 20;
const THUMBNAIL_QUALITY = 75;
const PHOTO_QUALITY = 85;
/**
 * A partly readable picture is good enough for a thumbnail; as a photo it replaces the original only when it is
 * complete.
 */
const FAIL_ON = { thumbnail: 'none', photo: 'error' } as const;

// No other format is decoded, whatever the bytes claim to be; in particular no SVG and no documents.
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

async function render(content: Uint8Array, kind: RenderKind): Promise<RenderedPicture> {
  const side = MAX_SIDE_PIXELS[kind];
  const picture = sharp(content, {
    failOn: FAIL_ON[kind],
    limitInputPixels: MAX_PIXELS,
    sequentialRead: true,
  });
  const { format } = await picture.metadata();
  const smaller = picture
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  // No metadata is written.
  if (kind === 'thumbnail') smaller.webp({ quality: THUMBNAIL_QUALITY });
  else if (format === 'jpeg') smaller.jpeg({ quality: PHOTO_QUALITY });
  else if (format === 'webp') smaller.webp({ quality: PHOTO_QUALITY });
  else smaller.png();
  const { data, info } = await smaller.toBuffer({ resolveWithObject: true });
  return { content: data, width: info.width, height: info.height };
}

const reply = (result: RenderResult) => process.send?.(result);

process.on('message', ({ id, kind, content }: RenderJob) => {
  render(content, kind).then(
    (drawing) => reply({ id, drawing }),
    (error: Error) => reply({ id, fault: error.message.slice(0, 200) }),
  );
});
// At once: an ordinary exit would wait for the decoder, which is what must be stopped.
const killSelf = () => process.kill(process.pid, 'SIGKILL');
process.on('disconnect', killSelf);
setInterval(() => {
  if (process.memoryUsage.rss() > MAX_MEMORY_BYTES) killSelf();
}, MEMORY_CHECK_MS);
// Lower priority than request handling, but not the lowest: a person may be waiting for the picture.
setPriority(5);
// When memory runs out, Linux should end this process first; other systems have no such file.
writeFile('/proc/self/oom_score_adj', '1000').catch(() => undefined);
