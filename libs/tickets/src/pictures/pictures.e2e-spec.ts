import { existsSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { waitFor } from '#wasl/testing';
import { MAX_SIDE_PIXELS } from './render-protocol.js';
import { Pictures } from './pictures.service.js';

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 40 } } });
/** Red on the left, blue on the right. */
const sided = (width: number, height: number) =>
  flat(width, height).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: { r: 20, g: 20, b: 220 } } },
      left: width / 2,
      top: 0,
    },
  ]);
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0);
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

describe('rendering pictures from strangers', () => {
  const all: Pictures[] = [];
  const open = (limits = { bytes: 512 * 1024 * 1024, ms: 15_000 }) => {
    const pictures = new Pictures(limits);
    all.push(pictures);
    return pictures;
  };
  const pictures = open();
  afterEach(() => all.filter((one) => one !== pictures).forEach((one) => one.onApplicationShutdown()));
  afterAll(() => pictures.onApplicationShutdown());

  it.each([
    ['image/png', () => flat(1000, 500).png().toBuffer()],
    ['image/jpeg', () => flat(1000, 500).jpeg().toBuffer()],
    ['image/webp', () => flat(1000, 500).webp().toBuffer()],
    ['image/gif', () => flat(1000, 500).gif().toBuffer()],
  ])('should make a small WebP of %s', async (type, make) => {
    const drawing = await pictures.render(await make(), type, 'thumbnail');
    const { format, width, height } = await sharp(drawing.content).metadata();
    expect([format, width, height]).toEqual(['webp', 320, 160]);
    expect([drawing.width, drawing.height]).toEqual([320, 160]);
  });

  it('should not enlarge a small picture', async () => {
    const drawing = await pictures.render(await flat(20, 10).png().toBuffer(), 'image/png', 'thumbnail');
    expect([drawing.width, drawing.height]).toEqual([20, 10]);
  });

  it('should turn a photograph upright, make it smaller, and write none of its metadata', async () => {
    const photo = await sided(3000, 1500)
      .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const drawing = await pictures.render(photo, 'image/jpeg', 'photo');
    const { data, info } = await sharp(drawing.content).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([MAX_SIDE_PIXELS.photo / 2, MAX_SIDE_PIXELS.photo]);
    // What was on the left is on top now: red.
    expect(data[0]!).toBeGreaterThan(data[2]!);
    const { exif, xmp, orientation, format } = await sharp(drawing.content).metadata();
    expect([exif, xmp, orientation, format]).toEqual([undefined, undefined, undefined, 'jpeg']);
  });

  it('should not decode files that are not photographs, by type or by content', async () => {
    // Spaces at the bytes where a GIF has its size.
    const svg = Buffer.from(
      '<svg       xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>',
    );
    await expect(pictures.render(svg, 'image/svg+xml', 'thumbnail')).rejects.toMatchObject({
      kind: 'refused',
    });
    await expect(pictures.render(svg, 'image/gif', 'thumbnail')).rejects.toMatchObject({
      kind: 'unreadable',
    });
    const tiff = await flat(9, 9).tiff().toBuffer();
    await expect(pictures.render(tiff, 'image/gif', 'thumbnail')).rejects.toMatchObject({
      kind: 'unreadable',
    });
  });

  it('should reject a decompression bomb by its header, before starting a process', async () => {
    const fresh = open();
    const bomb = await flat(30, 30).png().toBuffer();
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    await expect(fresh.render(bomb, 'image/png', 'thumbnail')).rejects.toMatchObject({ kind: 'refused' });
    expect(fresh.pid).toBeUndefined();
  });

  it('should reject a decompression bomb with a false header when the decoder finds out', async () => {
    const photo = await flat(16, 16).jpeg().toBuffer();
    const frame = photo.indexOf(Buffer.from('ffc0', 'hex'));
    const huge = Buffer.from(photo.subarray(frame, frame + 19));
    huge.writeUInt16BE(60_000, 5);
    huge.writeUInt16BE(60_000, 7);
    const lying = Buffer.concat([photo.subarray(0, frame + 19), huge, photo.subarray(frame + 19)]);
    await expect(pictures.render(lying, 'image/jpeg', 'thumbnail')).rejects.toMatchObject({
      kind: 'unreadable',
    });
  });

  it('should make a thumbnail from a truncated picture', async () => {
    const photo = await noise(800, 600).jpeg().toBuffer();
    const { width } = await pictures.render(photo.subarray(0, photo.length / 2), 'image/jpeg', 'thumbnail');
    expect(width).toBe(320);
  });

  it('should continue with the next picture when the decoder is killed', async () => {
    const one = open();
    const large = await flat(3000, 2000).png({ compressionLevel: 0 }).toBuffer();
    const first = one.render(large, 'image/png', 'photo');
    const second = one.render(await flat(40, 40).png().toBuffer(), 'image/png', 'thumbnail');
    const killed = one.pid!;
    process.kill(killed, 'SIGKILL');
    await expect(first).rejects.toMatchObject({ kind: 'ended' });
    await expect(second).resolves.toMatchObject({ width: 40 });
    expect(one.pid).not.toBe(killed);
  });

  it('should end a decoder that takes too long', async () => {
    const hurried = open({ bytes: 512 * 1024 * 1024, ms: 1 });
    const photo = await flat(100, 100).png().toBuffer();
    await expect(hurried.render(photo, 'image/png', 'thumbnail')).rejects.toMatchObject({ kind: 'ended' });
  });

  it('should end a decoder that takes too much memory', async () => {
    const narrow = open({ bytes: 130 * 1024 * 1024, ms: 30_000 });
    const fits = await flat(100, 100).png().toBuffer();
    await expect(narrow.render(fits, 'image/png', 'thumbnail')).resolves.toMatchObject({ width: 100 });
    // Interlaced, so that all of it must be in memory at once.
    const large = await flat(8000, 6000).png({ progressive: true, compressionLevel: 1 }).toBuffer();
    await expect(narrow.render(large, 'image/png', 'thumbnail')).rejects.toMatchObject({ kind: 'ended' });
  });

  it('should reject pictures when too many are waiting', async () => {
    const one = open();
    const photo = await noise(600, 600).jpeg().toBuffer();
    const asked = Array.from({ length: 20 }, () => one.render(photo, 'image/jpeg', 'photo'));
    const answers = await Promise.allSettled(asked);
    const busy = answers.filter((one) => one.status === 'rejected');
    expect(busy.length).toBeGreaterThan(0);
    expect(busy.every(({ reason }) => (reason as { kind: string }).kind === 'busy')).toBe(true);
    expect(answers.length - busy.length).toBeGreaterThanOrEqual(8);
  });

  it('should leave no process behind when it is closed', async () => {
    const one = open();
    await one.render(await flat(9, 9).png().toBuffer(), 'image/png', 'thumbnail');
    const pid = one.pid!;
    expect(isRunning(pid)).toBe(true);
    one.onApplicationShutdown();
    await waitFor(() => !isRunning(pid), { what: 'the decoder to end' });
    await expect(one.render(Buffer.alloc(0), 'image/png', 'thumbnail')).rejects.toMatchObject({
      kind: 'refused',
    });
  });
});
