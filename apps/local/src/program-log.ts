import { closeSync, mkdirSync, openSync, renameSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

const LIMIT = 50 * 1024 * 1024;

/** Opens a log for appending; a large one is rotated first. Close it once the child process has it. */
export function openLog(file: string): { fd: number; close(): void } {
  mkdirSync(dirname(file), { recursive: true });
  if (sizeOf(file) > LIMIT) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a', 0o600);
  return { fd, close: () => closeSync(fd) };
}

/**
 * Truncates a log that has grown too large while its program runs. The program appends, so it continues at the start.
 */
export function truncateLargeLog(file: string): void {
  if (sizeOf(file) > 2 * LIMIT) truncateSync(file);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
