import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  ensureDatabase,
  startEmbeddedPostgres,
} from '../../../libs/platform/src/embedded-postgres/index.js';

export interface RunningDatabase {
  url: string;
  /** Where it keeps its files; undefined when the database is somebody else's. */
  folder?: string;
  stop(): Promise<void>;
}

const RESTART_TRIES = 5;

/** The database of a one-machine run: the one that DATABASE_URL names, or an embedded PostgreSQL that is kept alive. */
export async function startDatabase(
  dataDir: string,
  url: string | undefined,
  say: (line: string) => void,
): Promise<RunningDatabase> {
  if (url) return { url, stop: async () => undefined };
  const folder = join(dataDir, 'postgres');
  const first = await startEmbeddedPostgres({ folder });
  await ensureDatabase(first.url());
  let current = Promise.resolve(first);
  let stopping = false;

  // A PostgreSQL that dies recovers what was acknowledged and comes back on its port; the programs reconnect.
  const keepAlive = (running: EmbeddedPostgres): void => {
    void running.ended.then(() => {
      if (stopping) return;
      say('PostgreSQL ended; starting it again');
      current = startAgain(folder, say);
      current.then(keepAlive, (error: Error) => say(error.message));
    });
  };
  keepAlive(first);
  return {
    url: first.url(),
    folder,
    stop: async () => {
      stopping = true;
      const running = await current.catch(() => undefined);
      await running?.stop();
    },
  };
}

async function startAgain(folder: string, say: (line: string) => void): Promise<EmbeddedPostgres> {
  for (let tries = 1; ; tries++) {
    try {
      return await startEmbeddedPostgres({ folder });
    } catch (error) {
      if (tries === RESTART_TRIES) throw error;
      say((error as Error).message);
    }
  }
}
