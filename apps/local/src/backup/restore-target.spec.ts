import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TargetFolder } from './restore-target.js';

describe('the data folder that is restored into', () => {
  let folder: string;

  const put = async (path: string, text = '') => {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const restored = async (replace: boolean) => {
    const target = await TargetFolder.open(folder, replace);
    await put('restoring/postgres/PG_VERSION', 'new');
    await put('restoring/attachments/ab', 'new');
    return target;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wasl-suite-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('should have the database, the files and the key in the end, and nothing else', async () => {
    const target = await restored(false);
    expect(await target.finish('the key')).toBeUndefined();
    expect((await readdir(folder)).sort()).toEqual(['attachments', 'postgres', 'secret-key']);
    expect(await readFile(join(folder, 'secret-key'), 'utf8')).toBe('the key\n');
  });

  it('should refuse to touch a system, and move it aside whole when asked', async () => {
    await put('postgres/PG_VERSION', 'old');
    await put('attachments/cd', 'old');
    await put('secret-key', 'another key');
    await expect(TargetFolder.open(folder, false)).rejects.toThrow(
      /is not empty \(attachments, postgres\).*--replace/,
    );
    const target = await restored(true);
    const aside = await target.finish('the key');
    expect(await readFile(join(aside!, 'postgres/PG_VERSION'), 'utf8')).toBe('old');
    expect(await readFile(join(aside!, 'attachments/cd'), 'utf8')).toBe('old');
    expect(await readFile(join(folder, 'postgres/PG_VERSION'), 'utf8')).toBe('new');
    // The key of the system before may be the only copy.
    const [kept] = (await readdir(folder)).filter((name) => name.startsWith('secret-key.replaced-'));
    expect(await readFile(join(folder, kept!), 'utf8')).toBe('another key');
  });

  it('should be as before when a restore fails', async () => {
    await put('postgres/PG_VERSION', 'old');
    const target = await restored(true);
    await target.abandon();
    expect(await readdir(folder)).toEqual(['postgres']);
    expect(await readFile(join(folder, 'postgres/PG_VERSION'), 'utf8')).toBe('old');
  });
});
