import type { INestApplicationContext } from '@nestjs/common';
import {
  readSettings,
  requireRuntimeSettings,
  type RuntimeSettings,
  SettingsError,
} from './config/settings.js';
import { exitOnUncaughtError } from './exit-on-uncaught-error.js';
import { reportAlive, reportFailed, reportPhase, reportReady } from './start-progress.js';

const SHUTDOWN_TIMEOUT_MS = 20_000;

/**
 * Runs one process of the system: reads settings, starts it and reports progress to the parent (if any). Shuts it down
 * gracefully on SIGTERM, SIGINT, when the parent is gone, and after an uncaught error. A wrong setting or a port in use
 * is reported in one line with exit code 1.
 */
export async function runProcess(
  name: string,
  start: (settings: RuntimeSettings) => Promise<{ app: INestApplicationContext; url?: string }>,
): Promise<void> {
  let running: INestApplicationContext | undefined;
  exitOnUncaughtError({ name, finish: () => (running ? running.close() : null) });
  reportAlive();
  try {
    reportPhase('reading the settings');
    const settings = requireRuntimeSettings(readSettings());
    reportPhase('preparing the modules');
    const { app, url } = await start(settings);
    running = app;
    endOnSignal(app);
    reportReady(url);
  } catch (error) {
    const { code, message, port } = error as { code?: string; message: string; port?: number };
    const line =
      error instanceof SettingsError
        ? message
        : code === 'EADDRINUSE'
          ? `Port ${port} is in use; stop the other program or choose another port for ${name}`
          : `${name} could not start: ${(error as Error).stack ?? message}`;
    reportFailed(line.split('\n')[0]!);
    process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}

function endOnSignal(app: INestApplicationContext): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    const deadline = setTimeout(() => process.exit(1), SHUTDOWN_TIMEOUT_MS);
    deadline.unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (process.send) process.on('disconnect', end);
}
