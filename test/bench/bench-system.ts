import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { configuredDatabase, startDatabase } from '../../apps/local/src/embedded-database.js';
import { LocalSystem } from '../../apps/local/src/system.js';
import { countStatements } from './cost/counted-database.js';

export interface BenchSystem {
  api: string;
  smtpPort: number;
  databaseUrl: string;
  dataDir: string;
  secretKey: string;
  /** the demo supervisor's cookie */
  cookie: string;
  stop(): Promise<void>;
}

const PASSWORD = 'bench-password-1';
const SECRET_KEY = 'bench '.repeat(8);

/** A whole system, as `npm start` runs it, in a temporary folder and on free ports; PostgreSQL with fsync as shipped. */
export async function startBenchSystem(
  env: Record<string, string> = {},
  { countingStatements = false } = {},
): Promise<BenchSystem> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wasl-bench-'));
  if (countingStatements) await countStatements(dataDir);
  const [api, portal, smtp] = [await freePort(), await freePort(), await freePort()];
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const database = await startDatabase(dataDir, configuredDatabase(process.env), say);
  const system = new LocalSystem({
    dataDir,
    database,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(api),
      PORTAL_PORT: String(portal),
      SMTP_IN_PORT: String(smtp),
      SECRET_KEY,
      CTI_TOKEN: 'bench-cti-token-00',
      DEMO: '1',
      DEMO_PASSWORD: PASSWORD,
      COUNTRY: 'bh',
      LOG_LEVEL: 'warn',
      // One process sends the load of many people.
      REQUESTS_PER_MINUTE: '100000000',
      NODE_ENV: 'production',
      ...env,
    },
    say,
  });
  await system.start();
  const base = `http://127.0.0.1:${api}`;
  return {
    api: base,
    smtpPort: smtp,
    // The baseline creates tables and runs ANALYZE, which needs the owner's connection.
    databaseUrl: database.ownerUrl,
    dataDir,
    secretKey: SECRET_KEY,
    cookie: await signIn(base),
    stop: async () => {
      await system.stop();
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function signIn(api: string): Promise<string> {
  const response = await fetch(`${api}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'supervisor@demo.example', password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`);
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Runs statements on a separate connection. */
export async function withDatabase<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
