import sharp from 'sharp';
import { MAX_PIXELS } from '../domain/inspect-file.js';
import { MAX_SIDE_PIXELS, type RenderedPicture, type RenderJob } from './render-protocol.js';

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

/** Runs in a sandbox: decoders are native code, and a malicious picture may take them over. */
export async function handle({ content, kind }: RenderJob): Promise<RenderedPicture> {
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
