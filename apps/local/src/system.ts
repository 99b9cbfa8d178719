import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  databaseSettings,
  type DatabaseUrls,
  type RunningDatabase,
  startDatabase,
} from './embedded-database.js';
import { prepareWhenNeeded } from './prepare-when-needed.js';
import { truncateLargeLog } from './program-log.js';
import { Program } from './program.js';

/** Stop order: first the servers that take requests, then the worker that processes jobs, and the database last. */
const STOP_ORDER = [['api', 'portal'], ['worker']];
const NAMES = STOP_ORDER.flat();
const LOG_CHECK_MS = 60_000;
/** A developer does not want to wait for requests that take long; nothing that was acknowledged is lost. */
const STOP_FOR_RESTART_MS = 1_000;

export interface SystemOptions {
  dataDir: string;
  /** default: the embedded database */
  database: DatabaseUrls | undefined;
  /** Environment of every program, without the database URLs. */
  env: NodeJS.ProcessEnv;
  say(line: string): void;
}

/** Sends heartbeats before the program is loaded. */
const REPORT_LOADING = ['--import', new URL('./report-loading.js', import.meta.url).href];

/**
 * A young generation of 4 MB instead of 16 for processes that are not performance-critical: an idle process keeps the
 * memory it grew to while loading, about 40 MB more. The api keeps 16, because with less it opens fewer tickets a
 * second.
 */
const NODE_FLAGS: Record<string, string[]> = {
  portal: ['--max-semi-space-size=4'],
  worker: ['--max-semi-space-size=4'],
};

/** Everything that one machine runs: the database and the programs on it. */
export class LocalSystem {
  private database?: Promise<RunningDatabase>;
  private readonly programs = new Map<string, Program>();
  private urls?: DatabaseUrls;
  private folder?: string;
  private stopped?: Promise<void>;
  private logCheck?: NodeJS.Timeout;
  readonly logs: string;
  private fail!: (error: Error) => void;
  /** Resolves when one program was given up: the system needs all of them. */
  readonly failed = new Promise<Error>((resolve) => (this.fail = resolve));

  constructor(private readonly options: SystemOptions) {
    this.logs = join(options.dataDir, 'logs');
  }

  /** Starts everything. @returns the addresses that the programs report */
  async start(): Promise<Record<string, string | undefined>> {
    const { dataDir, database: given, say } = this.options;
    this.database = startDatabase(dataDir, given, say);
    ({ folder: this.folder, ...this.urls } = await this.database);
    if (!this.stopped) await this.prepare();
    if (this.stopped) return {};
    for (const name of NAMES) this.programs.set(name, this.program(name));
    for (const program of this.programs.values()) program.start();
    for (const program of this.programs.values()) void program.failed.then((error) => this.fail(error));
    this.logCheck = setInterval(
      () => NAMES.forEach((name) => truncateLargeLog(this.logFile(name))),
      LOG_CHECK_MS,
    );
    this.logCheck.unref();
    const addresses = await Promise.all(NAMES.map((name) => this.programs.get(name)!.ready));
    return Object.fromEntries(NAMES.map((name, i) => [name, addresses[i]]));
  }

  /**
   * Ends programs and starts them from what is built now; for development. One that does not start, or is
   * given up later, is left ended and reported.
   * @param options.prepare whether to migrate the database first
   * @throws Error that says which did not start, and why
   */
  async restart(names: readonly string[], options: { prepare?: boolean } = {}): Promise<void> {
    await Promise.all(names.map((name) => this.programs.get(name)?.stop(STOP_FOR_RESTART_MS)));
    if (options.prepare && !this.stopped) await this.prepare();
    if (this.stopped) return;
    const programs = names.map((name) => this.program(name));
    for (const [i, name] of names.entries()) this.programs.set(name, programs[i]!);
    for (const program of programs) program.start();
    await Promise.all(
      programs.map(async (program) => {
        await program.ready;
        void program.failed.then((error) => this.options.say(error.message));
      }),
    );
  }

  stop(): Promise<void> {
    return (this.stopped ??= this.stopInOrder());
  }

  /** Ends everything at once; PostgreSQL recovers at the next start. */
  kill(): void {
    for (const program of this.programs.values()) program.kill();
    void this.database?.then((database) => database.stop());
  }

  private async stopInOrder(): Promise<void> {
    clearInterval(this.logCheck);
    for (const names of STOP_ORDER) await Promise.all(names.map((name) => this.programs.get(name)?.stop()));
    // A signal may come while it is still starting.
    await this.database?.then((database) => database.stop()).catch(() => undefined);
  }

  private prepare(): Promise<void> {
    return prepareWhenNeeded(this.folder, this.environment('prepare'), this.options.say);
  }

  /** The environment of a program, which must have been prepared by {@link start}. */
  environment(program: string): NodeJS.ProcessEnv {
    return { ...this.options.env, ...databaseSettings(program, this.urls!) };
  }

  private program(name: string): Program {
    const main = fileURLToPath(new URL(`../../${name}/src/main.js`, import.meta.url));
    if (!existsSync(main)) throw new Error(`${main} is missing; run npm run build`);
    const { say } = this.options;
    const nodeFlags = [...REPORT_LOADING, ...(NODE_FLAGS[name] ?? [])];
    const env = this.environment(name);
    return new Program({ name, main, env, logFile: this.logFile(name), nodeFlags, say });
  }

  private logFile(name: string): string {
    return join(this.logs, `${name}.log`);
  }
}
