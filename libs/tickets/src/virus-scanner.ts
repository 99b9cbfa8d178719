import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type RunningSettings } from '#wasl/platform';
import type { FileFault } from './domain/inspect-file.js';

/** A scanner that says nothing for so long is not there. */
const PATIENCE_MS = 30_000;
const LONGEST_ANSWER = 4_096;

/** Asks clamd, where one is set, by its INSTREAM command: length and bytes of each piece, then a length of zero. */
@Injectable()
export class VirusScanner {
  constructor(@Inject(SETTINGS) private readonly settings: RunningSettings) {}

  get isSet(): boolean {
    return this.settings.CLAMD_URL !== undefined;
  }

  /**
   * @returns what is wrong with it, or null; what the scanner cannot read may not be opened either
   * @throws when the scanner is away: then it is asked again later
   */
  async scan(content: Readable): Promise<FileFault | null> {
    // A file that cannot be read ends the sending; without a listener it would end the process.
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
    return socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd did not answer in time')));
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
      if (text.includes('\0') || text.length > LONGEST_ANSWER) resolve(text.split('\0')[0]!.trim());
    });
    socket.on('error', reject);
    socket.once('close', () => reject(new Error('clamd closed the connection')));
  });
}

function verdictOf(answer: string): FileFault | null {
  if (/^stream: OK$/.test(answer)) return null;
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer);
  return found ? `virus:${found[1]!}` : 'not_scannable';
}
