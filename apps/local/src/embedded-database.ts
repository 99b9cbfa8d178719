import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  ensureDatabase,
  startEmbeddedPostgres,
} from '../../../libs/platform/src/embedded-postgres/index.js';

/** The connection URLs of a database, one for each role. */
export interface DatabaseUrls {
  /** what api and worker sign in with */
  url: string;
  /** what migrates it; processes never have it */
  ownerUrl: string;
  portalUrl: string;
}

export interface RunningDatabase extends DatabaseUrls {
  /** Its data folder; undefined for an external database. */
  folder?: string;
  stop(): Promise<void>;
}

const RESTART_TRIES = 5;

/** The database configured in the settings, if any. A role without a URL of its own uses the one of the processes. */
export function configuredDatabase(settings: {
  DATABASE_URL?: string;
  MIGRATION_DATABASE_URL?: string;
  PORTAL_DATABASE_URL?: string;
}): DatabaseUrls | undefined {
  const { DATABASE_URL: url, MIGRATION_DATABASE_URL, PORTAL_DATABASE_URL } = settings;
  // An empty setting is no setting.
  return url
    ? { url, ownerUrl: MIGRATION_DATABASE_URL || url, portalUrl: PORTAL_DATABASE_URL || url }
    : undefined;
}

/** The database settings of one program: each gets its own role, and only the preparation gets the owner's. */
export function databaseSettings(program: string, urls: DatabaseUrls): Record<string, string> {
  if (program === 'prepare') {
    return {
      DATABASE_URL: urls.url,
      MIGRATION_DATABASE_URL: urls.ownerUrl,
      PORTAL_DATABASE_URL: urls.portalUrl,
    };
  }
  const own = program === 'portal' ? urls.portalUrl : urls.url;
  return { DATABASE_URL: own, MIGRATION_DATABASE_URL: '', PORTAL_DATABASE_URL: '' };
}

/**
 * The database of a single-machine installation: the configured one, or an embedded PostgreSQL that is restarted when
 * it ends.
 */
export async function startDatabase(
  dataDir: string,
  given: DatabaseUrls | undefined,
  say: (line: string) => void,
): Promise<RunningDatabase> {
  if (given) return { ...given, stop: async () => undefined };
  const folder = join(dataDir, 'postgres');
  const first = await startEmbeddedPostgres({ folder });
  await ensureDatabase(first.superuserUrl());
  let current = Promise.resolve(first);
  let stopping = false;

  // PostgreSQL recovers committed data after a crash and comes back on the same port; the programs reconnect.
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
    url: first.url('app'),
    ownerUrl: first.url('owner'),
    portalUrl: first.url('portal'),
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
