import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { downloadOutside, DownloadTooLarge } from './download-outside.js';
import { NoAnswer } from './open-outside.js';
import { networksOf, OutsideAddresses } from './outside-addresses.js';

describe('a file at an address that somebody chose', () => {
  const content = randomBytes(50_000);
  let server: Server;
  let folder: string;
  let files = 0;
  let answer: RequestListener = (_request, response) => response.end(content);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wasl-suite-'));
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });

  const opened = new OutsideAddresses(networksOf('127.0.0.0/8')!);
  const download = (more: object = {}) => {
    const path = join(folder, String(++files));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const limits = { maxBytes: content.length, timeoutMs: 5_000, idleMs: 5_000 };
    return downloadOutside({ url, headers: {}, addresses: opened, path, ...limits, ...more }).then(
      async (got) => ({ ...got, bytes: got.file && (await readFile(path)) }),
    );
  };

  it('is written whole, with its digest', async () => {
    const { status, file, bytes } = await download();
    expect([status, file!.size, bytes!.equals(content)]).toEqual([200, content.length, true]);
    expect(file!.sha256).toEqual(createHash('sha256').update(content).digest());
  });

  it('is not asked for inside', async () => {
    await expect(download({ addresses: new OutsideAddresses() })).rejects.toEqual(
      new NoAnswer('address not allowed'),
    );
  });

  it('is not larger than it may be, whether it says so or not', async () => {
    await expect(download({ maxBytes: content.length - 1 })).rejects.toBeInstanceOf(DownloadTooLarge);
    answer = (_request, response) => {
      response.write(content);
      response.end(content);
    };
    await expect(download()).rejects.toBeInstanceOf(DownloadTooLarge);
  });

  it('is not taken when it is cut short, silent, or slow', async () => {
    answer = (request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('begun', () => request.socket.destroy());
    };
    await expect(download()).rejects.toEqual(new NoAnswer('cut short'));
    answer = (_request, response) => void response.writeHead(200).write('begun');
    await expect(download({ idleMs: 200 })).rejects.toEqual(new NoAnswer('timeout'));
    answer = () => undefined;
    await expect(download({ idleMs: 200 })).rejects.toEqual(new NoAnswer('timeout'));
    answer = (_request, response) => {
      response.writeHead(200);
      const more = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(more));
    };
    await expect(download({ timeoutMs: 400 })).rejects.toEqual(new NoAnswer('timeout'));
  });

  it('is not looked for where a redirect leads', async () => {
    answer = (_request, response) => response.writeHead(302, { location: '/elsewhere' }).end('moved');
    expect(await download()).toMatchObject({ status: 302, file: null });
  });
});
