import type { INestApplicationContext } from '@nestjs/common';
import { readSettings, requireRunning, type RunningSettings, SettingsError } from './config/settings.js';

/**
 * Runs one process of the system: reads settings, starts it, tells the parent (if any) that it is ready, and ends it in
 * order on SIGTERM, SIGINT, or when the parent is gone. A wrong setting or a port in use is one line and exit code 1.
 */
export async function runProcess(
  name: string,
  start: (settings: RunningSettings) => Promise<{ app: INestApplicationContext; url?: string }>,
): Promise<void> {
  try {
    const settings = requireRunning(readSettings());
    const { app, url } = await start(settings);
    endOnSignal(app);
    process.send?.({ type: 'ready', url });
  } catch (error) {
    const { code, message, port } = error as { code?: string; message: string; port?: number };
    const line =
      error instanceof SettingsError
        ? message
        : code === 'EADDRINUSE'
          ? `Port ${port} is in use; stop the other program or choose another port for ${name}`
          : `${name} could not start: ${(error as Error).stack ?? message}`;
    process.send?.({ type: 'failed', message: line.split('\n')[0] });
    process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}

function endOnSignal(app: INestApplicationContext): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    const deadline = setTimeout(() => process.exit(1), 20_000);
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
