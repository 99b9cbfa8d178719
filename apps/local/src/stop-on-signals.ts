import type { LocalSystem } from './system.js';

/** npm passes a Ctrl-C on that the terminal has already sent; within this time the two are one. */
const SAME_SIGNAL_MS = 700;

/** The first signal stops everything in order, a second one at once. `aborted` tells that stopping has begun. */
export function stopOnSignals(
  system: Pick<LocalSystem, 'stop' | 'kill'>,
  say: (line: string) => void,
): AbortSignal {
  const stopping = new AbortController();
  let firstAt = 0;
  const onSignal = () => {
    if (stopping.signal.aborted) {
      if (Date.now() - firstAt < SAME_SIGNAL_MS) return;
      system.kill();
      process.exit(130);
    }
    firstAt = Date.now();
    stopping.abort();
    say('Stopping');
    system.stop().then(
      () => process.exit(0),
      (error: Error) => {
        process.stderr.write(`${error.message}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return stopping.signal;
}
