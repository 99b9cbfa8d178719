import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type RuntimeSettings } from '#wasl/platform';
import type { FileRejection } from './domain/inspect-file.js';

/** A scanner that does not answer within this time counts as unavailable. */
const TIMEOUT_MS = 30_000;
const MAX_ANSWER_LENGTH = 4_096;

/** Uses clamd, when configured, by its INSTREAM command: length and bytes of each chunk, then a length of zero. */
@Injectable()
export class VirusScanner {
  constructor(@Inject(SETTINGS) private readonly settings: RuntimeSettings) {}

  get isSet(): boolean {
    return this.settings.CLAMD_URL !== undefined;
  }

  /**
   * @returns what was found, or null; a file that the scanner cannot read must not be opened either
   * @throws when the scanner is unavailable: the scan is repeated later
   */
  async scan(content: Readable): Promise<FileRejection | null> {
    // An unreadable file ends the transmission; without a listener the error would end the process.
    content.on('error', () => undefined);
    const socket = this.open();
    try {
      const answer = answerOf(socket);
      // Reported by the await below; a refused connection ends both at once.
      answer.catch(() => undefined);
      await Promise.race([send(socket, content), answer]);
      return verdictOf(await answer);
    } finally {
      content.destroy();
      socket.destroy();
    }
  }

  private open(): Socket {
    const { protocol, hostname, port, pathname } = new URL(this.settings.CLAMD_URL!);
    const socket =
      protocol === 'unix:'
        ? connect(decodeURIComponent(pathname))
        : connect(Number(port || 3310), hostname.replace(/^\[|\]$/g, ''));
    return socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('clamd did not answer in time')));
  }
}

async function send(socket: Socket, content: Readable): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const piece of content as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    await write(socket, Buffer.concat([length, piece]));
  }
  await write(socket, Buffer.alloc(4));
}

const write = (socket: Socket, bytes: Buffer) =>
  new Promise<void>((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => {
      text += piece;
      if (text.includes('\0') || text.length > MAX_ANSWER_LENGTH) resolve(text.split('\0')[0]!.trim());
    });
    socket.on('error', reject);
    socket.once('close', () => reject(new Error('clamd closed the connection')));
  });
}

function verdictOf(answer: string): FileRejection | null {
  if (/^stream: OK$/.test(answer)) return null;
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer);
  return found ? `virus:${found[1]!}` : 'not_scannable';
}
