import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backupName } from './place.js';
import { OperatorError } from './operator-error.js';
import { openSession, readTables } from './session.js';

const BUILDING = 'restoring';
/** Kept by whoever restores, and held by this command. */
const MAY_BE_THERE = ['wasl.lock', 'secret-key', 'cti-token', 'demo-password', BUILDING];
/** Of the installation, not of its data. */
const STAYING = ['wasl.lock', 'secret-key', 'cti-token', 'demo-password'];

/**
 * A data folder that becomes the restored one. Everything is built in a folder inside it, on the same disk, and moved into
 * place by renames, the database last: without it nothing starts.
 */
export class TargetFolder {
  readonly building: string;

  private constructor(
    private readonly folder: string,
    private readonly replace: boolean,
  ) {
    this.building = join(folder, BUILDING);
  }

  /** @throws OperatorError when something is there that would be lost */
  static async open(folder: string, replace: boolean): Promise<TargetFolder> {
    await mkdir(folder, { recursive: true });
    const found = (await readdir(folder)).filter(
      (name) => !MAY_BE_THERE.includes(name) && !/(^|\.)replaced-/.test(name),
    );
    if (found.length > 0 && !replace)
      throw new OperatorError(
        `DATA_DIR ${folder} is not empty (${found.slice(0, 3).join(', ')}); set DATA_DIR to a new folder, or move what is there aside with --replace`,
      );
    const target = new TargetFolder(folder, replace);
    // Left by a run that was interrupted.
    await target.abandon();
    return target;
  }

  /** @returns where what was there lies now, if anything was */
  async finish(secretKey: string): Promise<string | undefined> {
    const replaced = await this.moveAside();
    await rename(join(this.building, 'attachments'), join(this.folder, 'attachments')).catch(
      (error: NodeJS.ErrnoException) => {
        // Files in a bucket, or none.
        if (error.code !== 'ENOENT') throw error;
      },
    );
    await this.placeKey(secretKey);
    await rename(join(this.building, 'postgres'), join(this.folder, 'postgres'));
    await this.abandon();
    return replaced;
  }

  /** `npm start` reads it from there. Another one may be the only copy, so it stays beside it. */
  private async placeKey(secretKey: string): Promise<void> {
    const file = join(this.folder, 'secret-key');
    const before = await readFile(file, 'utf8').catch(() => undefined);
    if (before?.trim() === secretKey) return;
    if (before !== undefined) await rename(file, `${file}.replaced-${backupName(new Date())}`);
    await writeFile(`${file}.new`, `${secretKey}\n`, { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
  }

  /** Removes what was built; what was there before is as it was. */
  async abandon(): Promise<void> {
    await rm(this.building, { recursive: true, force: true });
  }

  private async moveAside(): Promise<string | undefined> {
    if (!this.replace) return undefined;
    const aside = join(this.folder, `replaced-${backupName(new Date())}`);
    for (const name of await readdir(this.folder)) {
      if (STAYING.includes(name) || name === BUILDING || /(^|\.)replaced-/.test(name)) continue;
      await mkdir(aside, { recursive: true, mode: 0o700 });
      await rename(join(this.folder, name), join(aside, name));
    }
    return existsSync(aside) ? aside : undefined;
  }
}

/** @throws OperatorError when the database has tables, and may be in use */
export async function refuseUsedDatabase(ownerUrl: string): Promise<void> {
  const client = await openSession(ownerUrl, 'wasl-restore');
  try {
    if ((await readTables(client)).length === 0) return;
  } finally {
    await client.end();
  }
  const name = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  throw new OperatorError(
    `The database ${name} is not empty; create another one with the same owner and name it in DATABASE_URL and MIGRATION_DATABASE_URL`,
  );
}
