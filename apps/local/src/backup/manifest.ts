import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { deriveKey, MIGRATION_NAMES, secretKeysOf } from '#wasl/platform';
import { OperatorError } from './operator-error.js';

/** Of the layout below; raised when an older version could not read it. */
const FORMAT = 1;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const storedFile = z.object({ name: z.string(), size: z.number(), sha256: digest });
const table = z.object({
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  rows: z.number(),
  bytes: z.number(),
  /** of the rows as COPY gives them, in their order in the table */
  sha256: digest,
  /** compressed, in order; each can be checked by itself */
  parts: z.array(storedFile),
});
const content = z.object({
  format: z.literal(FORMAT),
  name: z.string(),
  version: z.string(),
  /** time of the snapshot, on the clock of the database */
  takenAt: z.string(),
  snapshotSeconds: z.number(),
  postgres: z.string(),
  migrations: z.array(z.string()),
  /** ids of keys, never the keys: of SECRET_KEY when it was made, and of those that the stored keys are wrapped with */
  keys: z.object({ given: z.array(z.string()), needed: z.array(z.string()) }),
  audit: z.object({ entries: z.number(), link: z.string() }),
  tables: z.array(table),
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable() })),
  files: z.object({
    count: z.number(),
    bytes: z.number(),
    /** files that the running system had lost already */
    missing: z.number(),
    list: storedFile,
  }),
});
const sealed = z.object({ content, seal: z.object({ key: z.string(), hmac: digest }) });

export type StoredFile = z.infer<typeof storedFile>;
export type TableDump = z.infer<typeof table>;
export type Manifest = z.infer<typeof content>;

/**
 * The text of a manifest with its seal: an HMAC under a key derived from SECRET_KEY, so that a backup that somebody
 * changed is told from one that is intact.
 */
export function sealManifest(given: Manifest, secretKey: string): string {
  // In the order of the schema, in which it is read again.
  const manifest = content.parse(given);
  const [key] = secretKeysOf(secretKey);
  const seal = { key: key!.id, hmac: hmacOf(manifest, deriveKey(key!, 'backup')) };
  return `${JSON.stringify({ content: manifest, seal }, null, 1)}\n`;
}

/** @throws OperatorError when it is damaged, changed, of a newer version, or needs another SECRET_KEY */
export function openManifest(text: string, secretKey: string): Manifest {
  const { content: manifest, seal } = readSealed(text);
  const given = secretKeysOf(secretKey);
  for (const needed of new Set([seal.key, ...manifest.keys.needed])) {
    if (given.some(({ id }) => id === needed)) continue;
    throw new OperatorError(
      `This backup needs key ${needed}, and SECRET_KEY has ${given.map(({ id }) => id).join(', ')}; ` +
        'give the key that was kept with it in SECRET_KEY or SECRET_KEY_FILE',
    );
  }
  const key = given.find(({ id }) => id === seal.key)!;
  const expected = Buffer.from(hmacOf(manifest, deriveKey(key, 'backup')));
  if (!timingSafeEqual(expected, Buffer.from(seal.hmac)))
    throw new OperatorError(
      'manifest.json of the backup was changed: its seal does not match; use another backup',
    );
  return manifest;
}

/** Without a look at its seal: to see which files an earlier backup has, after its key was rotated away. */
export const readManifest = (text: string): Manifest => readSealed(text).content;

function readSealed(text: string): z.infer<typeof sealed> {
  const value = parsed(text);
  refuseNewer(value);
  const result = sealed.safeParse(value);
  if (result.success) return result.data;
  throw new OperatorError(
    `manifest.json of the backup is damaged (${result.error.issues[0]!.path.join('.')}); use another backup`,
  );
}

const hmacOf = (manifest: Manifest, key: Buffer) =>
  createHmac('sha256', key).update(JSON.stringify(manifest)).digest('hex');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new OperatorError('manifest.json of the backup is damaged (no JSON); use another backup');
  }
}

function refuseNewer(value: unknown): void {
  const { content: found } = (value ?? {}) as { content?: Partial<Manifest> };
  const unknown = found?.migrations?.find?.((name) => !MIGRATION_NAMES.includes(name));
  if (unknown === undefined && !(Number(found?.format) > FORMAT)) return;
  throw new OperatorError(
    `This backup is of a newer version of Wasl (${found?.version}${unknown ? `, schema ${unknown}` : ''}); restore it with that version or a later one`,
  );
}
