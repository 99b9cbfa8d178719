import { mkdir } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { readSettings, type Settings } from '#wasl/platform';
import { type BlobStore, isBlobNotFound, openBlobStore, openFolderStore } from '#wasl/tickets';
import { OperatorError } from './operator-error.js';
import type { Workspace } from './workspace.js';

/** A folder or a prefix of a bucket that holds backups. Files that did not change are stored once for all of them. */
export interface BackupPlace {
  store: BlobStore;
  /** where its files can be opened directly; undefined in a bucket */
  folder: string | undefined;
  /** as the operator wrote it */
  label: string;
  /** the backup that was named, if one was: the last part of the path */
  named: string | undefined;
}

const NAME = /^\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z$/;
const INDEX = 'backups.json';
const indexed = z.array(z.object({ name: z.string().regex(NAME), verified: z.boolean() }));
export type IndexEntry = z.infer<typeof indexed>[number];

/** `2026-12-01T042536.120Z`: sorts by time and is a name everywhere. */
export const backupName = (at: Date) => at.toISOString().replaceAll(':', '');

/**
 * The settings of a command whose place may be a bucket, although the system keeps its files in a folder: then the S3
 * settings come without S3_BUCKET, which nothing else may do.
 */
export function readSettingsFor(target: string, env: Record<string, string | undefined>): Settings {
  const [, bucket] = /^s3:\/\/([^/]+)/.exec(target) ?? [];
  if (!bucket || env.S3_BUCKET || env.S3_BUCKET_FILE || !(env.S3_ENDPOINT || env.S3_ENDPOINT_FILE))
    return readSettings(env);
  return { ...readSettings({ ...env, S3_BUCKET: bucket }), S3_BUCKET: undefined, S3_PREFIX: undefined };
}

/**
 * @param target a folder or `s3://bucket/prefix`, either with the name of one backup at its end
 */
export async function openPlace(target: string, settings: Settings): Promise<BackupPlace> {
  const parts = target.replace(/\/+$/, '').split('/');
  const named = NAME.test(parts.at(-1)!) ? parts.pop() : undefined;
  const path = parts.join('/');
  if (!path.startsWith('s3://')) {
    // npm changes the working directory to the project's; a relative path is the caller's.
    const folder = isAbsolute(path) ? path : resolve(process.env.INIT_CWD ?? process.cwd(), path);
    return { store: openFolderStore(folder), folder, label: folder, named };
  }
  const [, bucket, prefix] = /^s3:\/\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  if (!bucket) throw new OperatorError(`${target} names no bucket; write s3://bucket/prefix`);
  if (!settings.S3_ENDPOINT)
    throw new OperatorError(
      'S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY say where s3:// is; set them',
    );
  const own = prefix ? `${prefix}/` : undefined;
  const inUse = settings.S3_PREFIX && `${settings.S3_PREFIX.replace(/\/$/, '')}/`;
  if (settings.S3_BUCKET === bucket && own === inUse)
    throw new OperatorError(
      `${target} is where the system keeps its files; give backups a prefix of their own`,
    );
  const store = await openBlobStore({ ...settings, S3_BUCKET: bucket, S3_PREFIX: own });
  return { store, folder: undefined, label: path, named };
}

/** Makes the folder, readable by this account alone: a backup holds all personal data. */
export async function preparePlace(place: BackupPlace): Promise<void> {
  if (place.folder) await mkdir(place.folder, { recursive: true, mode: 0o700 });
  await place.store.check();
}

/** The finished backups, oldest first. */
export async function readIndex(place: BackupPlace): Promise<IndexEntry[]> {
  const found = await readText(place, INDEX);
  if (found === undefined) return [];
  const result = indexed.safeParse(JSON.parse(found));
  if (!result.success)
    throw new OperatorError(`${INDEX} in ${place.label} is damaged; name the backup itself`);
  return result.data;
}

export async function writeIndex(
  place: BackupPlace,
  entries: IndexEntry[],
  workspace: Workspace,
): Promise<void> {
  await workspace.putText(place.store, INDEX, `${JSON.stringify(entries, null, 1)}\n`);
}

/** @returns undefined when there is no such file */
export async function readText(place: BackupPlace, name: string): Promise<string | undefined> {
  try {
    return await text(await place.store.readNamed(name));
  } catch (error) {
    if (isBlobNotFound(error)) return undefined;
    throw error;
  }
}

/** Content is shared by all backups of a place. */
export const filePath = (path: string) => join('files', path);
