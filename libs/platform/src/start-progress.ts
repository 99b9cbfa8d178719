/** What a program of ours tells the process that started it (`npm start`), over its IPC channel. */
export type ProgramMessage =
  | { type: 'phase'; phase: string }
  | { type: 'alive' }
  | { type: 'ready'; url?: string | undefined }
  | { type: 'failed'; message: string };

const ALIVE_EVERY_MS = 2_000;
let signs: NodeJS.Timeout | undefined;

/** Says what this process does now on its way to being ready. Nothing happens where nobody listens. */
export function reportPhase(phase: string): void {
  tell({ type: 'phase', phase });
}

/** Says now and then that this process is alive, so that one that is slow is told from one that hangs. */
export function reportAlive(): void {
  if (!process.send || signs) return;
  signs = setInterval(() => tell({ type: 'alive' }), ALIVE_EVERY_MS);
  signs.unref();
}

export function reportReady(url: string | undefined): void {
  clearInterval(signs);
  signs = undefined;
  tell({ type: 'ready', url });
}

export function reportFailed(message: string): void {
  tell({ type: 'failed', message });
}

/** A parent that is gone hears nothing; that it is gone is noticed by `disconnect`. */
function tell(message: ProgramMessage): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}
