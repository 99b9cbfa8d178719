import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { Database } from '#wasl/platform';
import { BlobStore, MAX_SIDE_PIXELS, Pictures } from '#wasl/tickets';
import { killNextDecoder } from '../../../../test/support/kill-decoder.js';
import { type PublicApi, startPublicApi } from '../../../../test/support/public-api.js';

const PLACE = 'N 26 13 11 E 50 35 02';

/** An image, red on the left and blue on the right, with GPS and orientation metadata. */
const photo = (width: number, height: number, orientation = 1) =>
  sharp({ create: { width, height, channels: 3, background: '#dc2020' } })
    .composite([
      {
        input: { create: { width: width / 2, height, channels: 3, background: '#2020dc' } },
        left: width / 2,
        top: 0,
      },
    ])
    .withExif({ IFD0: { Make: 'A camera', ImageDescription: PLACE }, IFD3: { GPSMapDatum: PLACE } })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>${PLACE}</place></x:xmpmeta>`)
    .withMetadata({ orientation });

describe('public photographs', () => {
  let api: PublicApi;
  beforeAll(async () => {
    api = await startPublicApi();
  });
  afterAll(() => api.close());

  const upload = (name: string, content: Buffer) =>
    api.client.post('/api/v1/public/attachments').attach('file', content, name);
  const keptOf = async (id: string) => {
    const [row] = await api.app
      .get(Database)
      .query<{ sha256: Buffer }>('SELECT sha256 FROM attachment WHERE id = $1', [id.split('.')[0]]);
    return buffer(await api.app.get(BlobStore).read(row!.sha256));
  };
  const sent = async (name: string, content: Buffer) => {
    const { body } = await upload(name, content).expect(201);
    const kept = await keptOf(body.id as string);
    expect(body.size).toBe(kept.length);
    return { kept, type: body.type as string, is: await sharp(kept).metadata() };
  };
  /** Whether red is on top, which is so when the camera was rotated. */
  const redIsOnTop = async (content: Buffer) => {
    const { data, info } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
    const below = (info.height - 1) * info.width * info.channels;
    return data[0]! > data[2]! && data[below]! < data[below + 2]!;
  };

  it.each([
    ['jpeg', () => photo(400, 200).jpeg().toBuffer()],
    ['png', () => photo(400, 200).png().toBuffer()],
    ['webp', () => photo(400, 200).webp().toBuffer()],
  ])('should be kept without where they were taken: %s', async (format, make) => {
    const content = await make();
    expect(content.includes(PLACE)).toBe(true);
    const { kept, type, is } = await sent(`photo.${format}`, content);
    expect(kept.includes(PLACE)).toBe(false);
    expect([type, is.format, is.width, is.height]).toEqual([`image/${format}`, format, 400, 200]);
    expect([is.exif, is.xmp, is.iptc]).toEqual([undefined, undefined, undefined]);
  });

  it('should keep their pixels when upright and not too large', async () => {
    const content = await photo(400, 200).jpeg().toBuffer();
    const { kept } = await sent('photo.jpg', content);
    expect((await sharp(kept).raw().toBuffer()).equals(await sharp(content).raw().toBuffer())).toBe(true);
  });

  it('should be rotated upright', async () => {
    const { kept, is } = await sent('photo.jpg', await photo(400, 200, 6).jpeg().toBuffer());
    expect([is.width, is.height, is.orientation]).toEqual([200, 400, undefined]);
    expect(await redIsOnTop(kept)).toBe(true);
    expect(kept.includes('Exif')).toBe(false);
  });

  it('should be scaled down when they are large', async () => {
    const { is, kept } = await sent('photo.jpg', await photo(6000, 3000).jpeg().toBuffer());
    expect([is.width, is.height]).toEqual([MAX_SIDE_PIXELS.photo, MAX_SIDE_PIXELS.photo / 2]);
    expect(kept.includes(PLACE)).toBe(false);
  });

  it('should be stored without metadata when the image processor is down', async () => {
    const pictures = api.app.get(Pictures);
    const content = await photo(3000, 1500, 8).jpeg().toBuffer();
    killNextDecoder(pictures);
    const { kept, is } = await sent('photo.jpg', content);
    expect([is.width, is.height, is.orientation]).toEqual([3000, 1500, 8]);
    expect(kept.includes(PLACE)).toBe(false);
    // The next image is processed normally.
    expect((await sent('photo.jpg', content)).is.orientation).toBeUndefined();
  });

  it('should lose their metadata even when truncated', async () => {
    const content = await photo(800, 400).jpeg().toBuffer();
    const { kept } = await sent('photo.jpg', content.subarray(0, content.length - 200));
    expect(kept.includes(PLACE)).toBe(false);
    await expect(sharp(kept, { failOn: 'none' }).raw().toBuffer()).resolves.toBeDefined();
  });

  it('should be refused when they cannot be decoded', async () => {
    const content = await photo(800, 400).png().toBuffer();
    const pixels = Buffer.concat([
      Buffer.from('00ffffff49444154', 'hex'),
      Buffer.from(PLACE),
      Buffer.alloc(500, 7),
    ]);
    const broken = Buffer.concat([content.subarray(0, 33), pixels]);
    const { body } = await upload('photo.png', broken).expect(415);
    expect(body.code).toBe('attachment.unreadable');
    const half = await upload('photo.png', content.subarray(0, content.length - 50)).expect(415);
    expect(half.body.code).toBe('attachment.unreadable');
  });

  it('should be refused when they are decompression bombs, before decoding', async () => {
    const bomb = await photo(16, 16).png().toBuffer();
    bomb.writeUInt32BE(50_000, 16);
    bomb.writeUInt32BE(50_000, 20);
    const { body } = await upload('photo.png', bomb).expect(415);
    expect(body.code).toBe('attachment.harmful');
  });

  it('should lose any embedded second file', async () => {
    const gif = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .gif()
      .toBuffer();
    const script = Buffer.from(`/*${PLACE}*/ alert(1) <script>`);
    const { kept } = await sent('photo.gif', Buffer.concat([gif, script]));
    expect(kept.equals(gif)).toBe(true);
    const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
    const { kept: jpeg } = await sent(
      'photo.jpg',
      Buffer.concat([await photo(16, 16).jpeg().toBuffer(), zip]),
    );
    expect(jpeg.includes(zip)).toBe(false);
  });

  it('should stay animated, however large', async () => {
    const frames = await sharp({ create: { width: 60, height: 120, channels: 3, background: 'red' } })
      .composite([
        { input: { create: { width: 60, height: 60, channels: 3, background: 'blue' } }, left: 0, top: 60 },
      ])
      .raw()
      .toBuffer();
    const moving = await sharp(frames, { raw: { width: 60, height: 120, channels: 3, pageHeight: 60 } })
      .gif({ delay: [100, 100] })
      .toBuffer();
    const { kept } = await sent('moving.gif', moving);
    expect((await sharp(kept, { animated: true }).metadata()).pages).toBe(2);
  });
});
