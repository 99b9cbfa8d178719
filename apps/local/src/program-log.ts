import { closeSync, mkdirSync, openSync, renameSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

const LIMIT = 50 * 1024 * 1024;

/** Opens a log for appending; one that has grown is put aside first. Close it when the child has it. */
export function openLog(file: string): { fd: number; close(): void } {
  mkdirSync(dirname(file), { recursive: true });
  if (sizeOf(file) > LIMIT) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a', 0o600);
  return { fd, close: () => closeSync(fd) };
}

/** Empties a log that has grown while its program runs. It appends, so it goes on at the beginning. */
export function boundLog(file: string): void {
  if (sizeOf(file) > 2 * LIMIT) truncateSync(file);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
