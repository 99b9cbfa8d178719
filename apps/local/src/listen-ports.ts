import { createServer } from 'node:net';
import { StartError } from './start-error.js';

export type PortSettings = Record<'PORT' | 'PORTAL_PORT' | 'SMTP_IN_PORT', number>;

/**
 * The ports of the programs, checked to be free. 0 means any free port; it is chosen here because one program's
 * address appears in the links of another.
 * @throws StartError naming the setting whose port is taken
 */
export async function choosePorts(requested: PortSettings, host: string): Promise<PortSettings> {
  const chosen: Partial<PortSettings> = {};
  for (const name of ['PORT', 'PORTAL_PORT', 'SMTP_IN_PORT'] as const) {
    chosen[name] = await probe(name, requested[name], host, Object.values(chosen));
  }
  return chosen as PortSettings;
}

async function probe(name: string, port: number, host: string, taken: number[]): Promise<number> {
  if (taken.includes(port))
    throw new StartError(`Setting ${name} is wrong: port ${port} is used by another setting`);
  try {
    const found = await listenOnce(port, host);
    return taken.includes(found) ? await probe(name, 0, host, taken) : found;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new StartError(
        `Port ${port} is in use; stop the other program, or choose another port with ${name}`,
      );
    }
    if (code === 'EACCES') {
      throw new StartError(`Port ${port} is not allowed to this account; choose one above 1023 with ${name}`);
    }
    throw new StartError(`Cannot listen on ${host} port ${port} (${code}); change HOST or ${name}`);
  }
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
