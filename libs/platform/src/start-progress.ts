/** Messages from a program to the process that started it (`npm start`), over the IPC channel. */
export type ProgramMessage =
  | { type: 'phase'; phase: string }
  | { type: 'alive' }
  | { type: 'ready'; url?: string | undefined }
  | { type: 'failed'; message: string };

const HEARTBEAT_MS = 2_000;
let heartbeat: NodeJS.Timeout | undefined;

/** Reports the current start-up phase. Does nothing without a parent process. */
export function reportPhase(phase: string): void {
  sendToParent({ type: 'phase', phase });
}

/** Sends a heartbeat, so that the parent can tell a slow process from a hanging one. */
export function reportAlive(): void {
  if (!process.send || heartbeat) return;
  heartbeat = setInterval(() => sendToParent({ type: 'alive' }), HEARTBEAT_MS);
  heartbeat.unref();
}

export function reportReady(url: string | undefined): void {
  clearInterval(heartbeat);
  heartbeat = undefined;
  sendToParent({ type: 'ready', url });
}

export function reportFailed(message: string): void {
  sendToParent({ type: 'failed', message });
}

/** Errors are ignored: a missing parent is noticed by the `disconnect` event. */
function sendToParent(message: ProgramMessage): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}
