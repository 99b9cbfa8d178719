import { createServer, type Server, type Socket } from 'node:net';

/** What the fake scanner takes for a virus. */
export const EICAR = 'a harmless stand-in for a virus';

/** A fake clamd: reads INSTREAM to the end and looks for one word. */
export function fakeClamd() {
  const state = { away: false, asked: 0 };
  const server: Server = createServer((socket: Socket) => {
    if (state.away) return void socket.destroy();
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      bytes = Buffer.concat([bytes, piece]);
      const content = instream(bytes);
      if (content === null) return;
      state.asked += 1;
      socket.end(content.includes(EICAR) ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0');
    });
  });
  return { state, server };
}

/** @returns the whole content, or null until the last, empty chunk has arrived */
function instream(bytes: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (bytes.length < command.length) return null;
  if (bytes.toString('latin1', 0, command.length) !== command) throw new Error('INSTREAM was expected');
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > bytes.length) return null;
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
