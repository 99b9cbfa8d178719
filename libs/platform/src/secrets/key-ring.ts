import { createHmac } from 'node:crypto';
import { type RuntimeSettings, SettingsError } from '../config/settings.js';
import { isStoredKey, STORED_KEY_PURPOSES, KEY_USES, type KeyPurpose } from './key-uses.js';
import { type StoredKey, Keys } from './keys.js';
import { openWith, sealWith } from './sealing.js';
import { deriveKey, type SecretKey, secretKeysOf, wrappingKeyOf } from './secret-keys.js';

/** Advisory lock (arbitrary but fixed number): one process at a time adds keys. */
const RING_LOCK = 7_246_003;

/** Runs a statement on one connection. */
export type Query = <R extends object>(text: string, values?: unknown[]) => Promise<R[]>;

interface Row {
  purpose: string;
  origin: string;
  wrapped: Buffer;
  wrappedBy: string;
  retired: boolean;
}

/**
 * The keys of a process: derived from `SECRET_KEY`, plus those stored in the database. The first process that starts
 * with a new secret adds the keys derived from it.
 * @throws SettingsError when the database was made with a key that is not in `SECRET_KEY`
 */
export async function openKeyRing(
  query: Query,
  settings: Pick<RuntimeSettings, 'SECRET_KEY'>,
): Promise<Keys> {
  const secrets = secretKeysOf(settings.SECRET_KEY);
  let rows = await readRing(query);
  if (missingIn(rows, secrets).length > 0) rows = await addMissing(query, secrets);
  return new Keys(
    settings,
    rows.map((row) => unwrap(row, secrets)).filter((key) => key !== null),
  );
}

/**
 * Rewraps every stored key with the newest key of `SECRET_KEY` and retires those derived from an earlier one. Called
 * last, in the transaction that completes a rotation: until then a start without the earlier key is refused.
 * @returns the number of rewrapped keys
 */
export async function rewrapKeyRing(
  query: Query,
  settings: Pick<RuntimeSettings, 'SECRET_KEY'>,
): Promise<number> {
  const secrets = secretKeysOf(settings.SECRET_KEY);
  const newest = secrets[0]!;
  await query('SELECT pg_advisory_xact_lock($1)', [RING_LOCK]);
  const old = (await readRing(query)).filter(({ wrappedBy }) => wrappedBy !== newest.id);
  for (const row of old) {
    const key = unwrap(row, secrets);
    if (!key) continue;
    await query('UPDATE kept_key SET wrapped = $3, wrapped_by = $4 WHERE purpose = $1 AND origin = $2', [
      row.purpose,
      row.origin,
      wrap(newest, key),
      newest.id,
    ]);
  }
  await query(
    `UPDATE kept_key k SET retired_at = now() WHERE retired_at IS NULL AND purpose = ANY($1) AND origin <> $2
        AND EXISTS (SELECT 1 FROM kept_key n WHERE n.purpose = k.purpose AND n.origin = $2)`,
    [STORED_KEY_PURPOSES.filter((purpose) => KEY_USES[purpose] === 'long-lived'), newest.id],
  );
  return old.length;
}

async function readRing(query: Query): Promise<Row[]> {
  return query<Row>(
    `SELECT purpose, origin, wrapped, wrapped_by AS "wrappedBy", retired_at IS NOT NULL AS retired
       FROM kept_key ORDER BY id`,
  );
}

/**
 * Keys that should be stored but are not: one for each pinned purpose, and for each long-lived purpose one derived from
 * the newest secret.
 */
function missingIn(rows: Row[], secrets: SecretKey[]): { purpose: KeyPurpose; secret: SecretKey }[] {
  const newest = secrets[0]!;
  const first = secrets.find(({ id }) => id === rows[0]?.origin) ?? secrets.at(-1)!;
  return STORED_KEY_PURPOSES.flatMap((purpose) => {
    const origins = rows.filter((row) => row.purpose === purpose).map(({ origin }) => origin);
    if (KEY_USES[purpose] === 'pinned') return origins.length > 0 ? [] : [{ purpose, secret: first }];
    const wanted = origins.length === 0 && first !== newest ? [first, newest] : [newest];
    return wanted.filter(({ id }) => !origins.includes(id)).map((secret) => ({ purpose, secret }));
  });
}

async function addMissing(query: Query, secrets: SecretKey[]): Promise<Row[]> {
  await query('BEGIN');
  try {
    await query('SELECT pg_advisory_xact_lock($1)', [RING_LOCK]);
    const rows = await readRing(query);
    // Fail on a key that cannot be unwrapped before adding another one.
    rows.forEach((row) => unwrap(row, secrets));
    const trusted = rows.length > 0 ? secrets : await originalSecrets(query, secrets);
    for (const { purpose, secret } of missingIn(rows, trusted)) {
      const key = { purpose, origin: secret.id, key: deriveKey(secret, purpose), retired: false };
      const newest = secrets[0]!;
      await query('INSERT INTO kept_key (purpose, origin, wrapped, wrapped_by) VALUES ($1, $2, $3, $4)', [
        purpose,
        secret.id,
        wrap(newest, key),
        newest.id,
      ]);
    }
    const all = await readRing(query);
    await query('COMMIT');
    return all;
  } catch (error) {
    await query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/**
 * For a database of a version that stored no keys: the seal at the end of its audit trail shows which key it was made
 * with.
 * @returns the keys of `SECRET_KEY` up to that one; all of them when nothing was sealed
 */
async function originalSecrets(query: Query, secrets: SecretKey[]): Promise<SecretKey[]> {
  const [head] = await query<{ seq: string; link: Buffer; seal: Buffer | null }>(
    'SELECT seq, link, seal FROM audit_head',
  );
  if (!head?.seal) return secrets;
  const original = secrets.findIndex((secret) =>
    createHmac('sha256', deriveKey(secret, 'audit'))
      .update(`head ${head.seq} `)
      .update(head.link)
      .digest()
      .equals(head.seal!),
  );
  if (original < 0) throw wrongKey('another key', secrets);
  return secrets.slice(0, original + 1);
}

function unwrap(row: Row, secrets: SecretKey[]): StoredKey | null {
  const { purpose, origin } = row;
  const secret = secrets.find(({ id }) => id === row.wrappedBy);
  const key = secret && openWith(wrappingKeyOf(secret), row.wrapped, `${purpose} ${origin}`);
  if (!key) throw wrongKey(`key ${row.wrappedBy}`, secrets);
  // Skip purposes of newer versions and those whose keys are no longer stored.
  const known = Object.hasOwn(KEY_USES, purpose) && isStoredKey(purpose as KeyPurpose);
  return known ? { purpose: purpose as KeyPurpose, origin, key, retired: row.retired } : null;
}

const wrap = (secret: SecretKey, { purpose, origin, key }: StoredKey) =>
  sealWith(wrappingKeyOf(secret), key, `${purpose} ${origin}`);

function wrongKey(needed: string, secrets: SecretKey[]): SettingsError {
  const given = secrets.map(({ id }) => id).join(', ');
  return new SettingsError(
    `Setting SECRET_KEY is wrong: this database was made with ${needed}, which is not in the list (it has ${given})`,
  );
}
