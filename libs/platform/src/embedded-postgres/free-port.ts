import { createServer } from 'node:net';

/** A TCP port of this machine's own address that is free now: the wished one if it can be had, else any. */
export async function freePort(wished = 0): Promise<number> {
  const found = await tryListen(wished);
  if (found !== undefined) return found;
  const other = await tryListen(0);
  if (other === undefined) throw new Error('No free TCP port on 127.0.0.1');
  return other;
}

function tryListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
