import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  databaseSettings,
  type DatabaseUrls,
  type RunningDatabase,
  startDatabase,
} from '../../apps/local/src/embedded-database.js';
import { choosePorts } from '../../apps/local/src/listen-ports.js';
import { Program } from '../../apps/local/src/program.js';
import type { Target } from './target.js';

const HOST = '127.0.0.1';
const running = new Set<ManagedSystem>();

/** Stops started systems when the tool is stopped. Child programs stop by themselves; PostgreSQL does not. */
export function stopManagedSystemsOn(...signals: NodeJS.Signals[]): void {
  for (const signal of signals) {
    process.once(signal, () => {
      void Promise.allSettled([...running].map((system) => system.stop())).then(() => process.exit(1));
    });
  }
}

export interface ManagedSystemOptions {
  /** default: api, portal, worker; a name may end in a digit: `api2` is a second api on other ports */
  programs?: string[];
  /** default: a separate embedded PostgreSQL */
  database?: DatabaseUrls;
  redisUrl?: string;
  env?: Record<string, string>;
  say?: (line: string) => void;
}

/** A whole system in its own folder and on its own ports, whose programs are restarted when they are killed. */
export class ManagedSystem {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'wasl-own-'));
  target!: Target;
  /** connection for api and worker, and for the owner */
  databaseUrl!: string;
  ownerUrl!: string;
  /** addresses of the api processes, by name */
  readonly apis: Record<string, string> = {};
  private readonly programs = new Map<string, Program>();
  private readonly returns = new Map<string, number>();
  private database?: RunningDatabase;
  private stopping?: Promise<void>;

  constructor(private readonly options: ManagedSystemOptions = {}) {
    // PostgreSQL runs under another account when we are root; it must be able to enter the folder.
    chmodSync(this.dataDir, 0o711);
  }

  async start(): Promise<this> {
    running.add(this);
    const { programs: names = ['api', 'portal', 'worker'], database, redisUrl } = this.options;
    this.database = await startDatabase(this.dataDir, database, (line) => this.heard(line));
    this.databaseUrl = this.database.url;
    this.ownerUrl = this.database.ownerUrl;
    const { database: urls } = this;
    const ports = await choosePorts({ PORT: 0, PORTAL_PORT: 0, SMTP_IN_PORT: 0 }, HOST);
    const secret = (bytes: number) => randomBytes(bytes).toString('base64url');
    const fixed: Record<string, string> = {
      ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
      HOST,
      DATA_DIR: this.dataDir,
      REDIS_URL: redisUrl ?? '',
      SECRET_KEY: secret(32),
      CTI_TOKEN: secret(24),
      DEMO: '1',
      DEMO_PASSWORD: secret(12),
      MAIL_DOMAIN: 'contact.example',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      ...this.options.env,
    };
    const env = { ...withoutSettings(process.env), ...fixed };
    await prepare({ ...env, ...databaseSettings('prepare', urls) });
    for (const name of names)
      this.programs.set(name, await this.program(name, { ...env, ...databaseSettings(name, urls) }));
    for (const program of this.programs.values()) program.start();
    await Promise.all([...this.programs.values()].map((program) => program.ready));
    this.target = {
      api: `http://${HOST}:${ports.PORT}`,
      portal: `http://${HOST}:${ports.PORTAL_PORT}`,
      host: HOST,
      smtpPort: ports.SMTP_IN_PORT,
      mailDomain: fixed.MAIL_DOMAIN!,
      ctiToken: fixed.CTI_TOKEN!,
      password: fixed.DEMO_PASSWORD!,
      outgoingMail: join(this.dataDir, 'outgoing-mail'),
    };
    return this;
  }

  /** Kills a program; it is restarted like under `npm start`. */
  kill(name: string): void {
    const pid = this.pidOf(name);
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }

  /** Stops a program as a debugger or a stalled machine does: it does nothing, and its connections stay open. */
  suspend(name: string): void {
    process.kill(this.pidOf(name)!, 'SIGSTOP');
  }

  resume(name: string): void {
    process.kill(this.pidOf(name)!, 'SIGCONT');
  }

  pidOf(name: string): number | undefined {
    return this.programs.get(name)?.pid;
  }

  /** The number of restarts of a program. */
  returnsOf(name: string): number {
    return this.returns.get(name) ?? 0;
  }

  async returned(name: string, times: number, withinMs = 120_000): Promise<void> {
    const end = Date.now() + withinMs;
    while (this.returnsOf(name) < times) {
      if (Date.now() > end) throw new Error(`${name} did not come back within ${withinMs} ms`);
      await pause(25);
    }
  }

  /** Kills PostgreSQL; it is restarted like under `npm start`. */
  killDatabase(): void {
    if (!this.database?.folder) throw new Error('the database is not our own');
    const pid = Number(readFileSync(join(this.database.folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
  }

  stop(): Promise<void> {
    return (this.stopping ??= this.stopAll());
  }

  /** Stops the system and deletes its files; after a failed run they are kept. */
  async discard(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async stopAll(): Promise<void> {
    await Promise.all([...this.programs.values()].map((program) => program.stop()));
    await this.database?.stop();
    running.delete(this);
  }

  private async program(name: string, env: NodeJS.ProcessEnv): Promise<Program> {
    const kind = name.replace(/\d+$/, '');
    // A second program of a kind listens elsewhere.
    const own = name === kind ? {} : await choosePorts({ PORT: 0, SMTP_IN_PORT: 0, PORTAL_PORT: 0 }, HOST);
    const ports = Object.fromEntries(Object.entries(own).map(([port, number]) => [port, String(number)]));
    if (kind === 'api') this.apis[name] = `http://${HOST}:${ports.PORT ?? env.PORT}`;
    return new Program({
      name,
      main: join(root(), 'dist/apps', kind, 'src/main.js'),
      env: { ...env, ...ports },
      logFile: join(this.dataDir, 'logs', `${name}.log`),
      say: (line) => this.heard(line),
    });
  }

  private heard(line: string): void {
    const back = /^(\w+) is back$/.exec(line)?.[1];
    if (back) this.returns.set(back, this.returnsOf(back) + 1);
    this.options.say?.(line);
  }
}

const SETTINGS =
  /^(PUBLIC_URL|PORTAL_URL|SMTP_OUT_URL|IMAP_URL|COUNTRY|ASTERISK_\w+|OIDC_\w+|S3_\w+|DATABASE_POOL)$/;

/** Removes settings that belong to another system on this machine. */
const withoutSettings = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !SETTINGS.test(name)));

/** The folder of package.json: this file runs from the sources in tests and from dist/ as a tool. */
function root(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function prepare(env: NodeJS.ProcessEnv): Promise<void> {
  const program = join(root(), 'dist/apps/local/src/prepare-database.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let faults = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (faults += text));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(faults.trim() || `code ${code}`)),
    );
  });
}
