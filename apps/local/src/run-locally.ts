import { accessSync, constants, mkdirSync } from 'node:fs';
import { relative } from 'node:path';
// Not imported from the platform index, which would load Nest into a process that only supervises others.
import { readSettings, type Settings } from '../../../libs/platform/src/config/settings.js';
import { announce } from './announce.js';
import { configuredDatabase } from './embedded-database.js';
import { loadOrCreateSecrets } from './local-secrets.js';
import { choosePorts } from './listen-ports.js';
import { stopOnSignals } from './stop-on-signals.js';
import { setupLinkLines } from './setup-link.js';
import { StartError } from './start-error.js';
import { LocalSystem } from './system.js';

export interface Started {
  system: LocalSystem;
  api: string;
  say(line: string): void;
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

function usableFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(
      `DATA_DIR ${path} cannot be used (${code}); set DATA_DIR to a folder that you may write to`,
    );
  }
}

/** Stops everything in order and prints the reason in one line. */
async function giveUp(system: LocalSystem, stopping: AbortSignal, error: unknown): Promise<void> {
  if (stopping.aborted) return;
  await system.stop().catch(() => undefined);
  // Expected errors carry a message that says what to do; a stack would only hide it.
  const { name, message, stack } = error as Error;
  const foreseen = /^(Settings|Start|EmbeddedPostgres|ProgramStart)Error$/.test(name);
  process.stderr.write(`${foreseen ? message.split('\n')[0] : (stack ?? String(error))}\n`);
  process.exit(1);
}

async function run(settings: Settings, onReady?: (started: Started) => Promise<void>): Promise<void> {
  usableFolder(settings.DATA_DIR);
  const ports = await choosePorts(settings, settings.HOST);
  const secrets = loadOrCreateSecrets(settings.DATA_DIR, settings);
  const fixed = Object.entries({
    ...ports,
    ...secrets,
    DATA_DIR: settings.DATA_DIR,
    DEMO: settings.DEMO ? 1 : 0,
    METRICS: settings.METRICS ? 1 : 0,
    API_DOCS: settings.API_DOCS ? 1 : 0,
  });
  const env = { ...process.env, ...Object.fromEntries(fixed.map(([name, value]) => [name, String(value)])) };
  const system = new LocalSystem({
    dataDir: settings.DATA_DIR,
    database: configuredDatabase(settings),
    env,
    say,
  });
  const stopping = stopOnSignals(system, say);
  // After an unhandled error of our own, the child programs are stopped too.
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(kind, (error: unknown) => void giveUp(system, stopping, error));
  try {
    void system.failed.then((error) => giveUp(system, stopping, error));
    const addresses = await system.start();
    if (stopping.aborted) return;
    const api = addresses.api ?? `http://localhost:${ports.PORT}`;
    process.stdout.write(
      announce({
        api,
        portal: addresses.portal ?? `http://localhost:${ports.PORTAL_PORT}`,
        smtpPort: ports.SMTP_IN_PORT,
        mailDomain: settings.MAIL_DOMAIN,
        ctiToken: secrets.CTI_TOKEN,
        demoPassword: settings.DEMO ? secrets.DEMO_PASSWORD : undefined,
        logs: relative(process.cwd(), system.logs) || '.',
      }),
    );
    if (!settings.DEMO) (await setupLinkLines(system.environment('admin'))).forEach(say);
    await onReady?.({ system, api, say });
  } catch (error) {
    await giveUp(system, stopping, error);
  }
}

/**
 * Runs the whole system on this machine, in the foreground: database, api, portal, worker. Ends the process, with a reason
 * in one line, when it cannot.
 * @param onReady called once everything is ready
 */
export async function runLocally(onReady?: (started: Started) => Promise<void>): Promise<void> {
  // The reader of our output may close it (`npm start | head`); the system keeps running.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    const { DEMO, METRICS, API_DOCS } = process.env;
    // A single-machine installation is for trying Wasl out, so features that are off by default elsewhere are on here.
    const open = { DEMO: DEMO || '1', METRICS: METRICS || '1', API_DOCS: API_DOCS || '1' };
    await run(readSettings({ ...process.env, ...open }), onReady);
  } catch (error) {
    const { name, message, stack } = error as Error;
    const foreseen = /^(Settings|Start|EmbeddedPostgres)Error$/.test(name);
    process.stderr.write(`${foreseen ? message.split('\n')[0] : stack}\n`);
    process.exit(1);
  }
}
