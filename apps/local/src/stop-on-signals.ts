import type { LocalSystem } from './system.js';

/** npm forwards a Ctrl-C that the terminal has already sent; within this time the two count as one. */
const SAME_SIGNAL_MS = 700;

/**
 * npm runs us under a shell that does not forward SIGTERM, so stopping npm stops only npm and the shell. Under npm,
 * the end of the parent process therefore counts as a signal.
 */
const PARENT_CHECK_MS = 500;

function onParentGone(then: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    then();
  }, PARENT_CHECK_MS);
  check.unref();
}

/**
 * The first signal stops everything in order, a second one immediately. The returned signal is aborted once stopping
 * has begun.
 */
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
  onParentGone(() => {
    if (!stopping.signal.aborted) onSignal();
  });
  return stopping.signal;
}
