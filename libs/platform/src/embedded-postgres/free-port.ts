import { createServer } from 'node:net';

/** A TCP port that is free on 127.0.0.1: the preferred one if possible, else any. */
export async function freePort(preferred = 0): Promise<number> {
  const found = await tryListen(preferred);
  if (found !== undefined) return found;
  const fallback = await tryListen(0);
  if (fallback === undefined) throw new Error('No free TCP port on 127.0.0.1');
  return fallback;
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
