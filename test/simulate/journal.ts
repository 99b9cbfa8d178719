import { closeSync, fdatasyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes each acknowledgement to disk before anything else happens with it, one line each. */
export class Journal {
  private readonly file: number;

  constructor(readonly path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.file = openSync(path, 'a', 0o600);
  }

  write(what: string, facts: Record<string, unknown>): void {
    writeSync(this.file, `${JSON.stringify({ at: new Date().toISOString(), what, ...facts })}\n`);
    fdatasyncSync(this.file);
  }

  close(): void {
    closeSync(this.file);
  }
}
