import { createHmac } from 'node:crypto';
import { type RunningSettings, SettingsError } from '../config/settings.js';
import { isKept, KEPT_PURPOSES, KEY_USES, type KeyPurpose } from './key-uses.js';
import { type KeptKey, Keys } from './keys.js';
import { openWith, sealWith } from './sealing.js';
import { deriveKey, type SecretKey, secretKeysOf, wrappingKeyOf } from './secret-keys.js';

/** Arbitrary but fixed: one process at a time adds keys. */
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
 * The keys of a process: derived from `SECRET_KEY`, together with those that the database keeps. The first process that
 * starts with a new key adds what is derived from it.
 * @throws SettingsError when the database was made with a key that is not in `SECRET_KEY`
 */
export async function openKeyRing(
  query: Query,
  settings: Pick<RunningSettings, 'SECRET_KEY'>,
): Promise<Keys> {
  const secrets = secretKeysOf(settings.SECRET_KEY);
  let rows = await readRing(query);
  if (missingIn(rows, secrets).length > 0) rows = await addMissing(query, secrets);
  return new Keys(
    settings,
    rows.map((row) => opened(row, secrets)).filter((key) => key !== null),
  );
}

/**
 * Seals every kept key with the newest key of `SECRET_KEY` and retires those that were derived from an earlier one. Called
 * last, in the transaction that ends a rotation: until then a start without the earlier key is refused.
 * @returns how many were sealed with another key
 */
export async function rewrapKeyRing(
  query: Query,
  settings: Pick<RunningSettings, 'SECRET_KEY'>,
): Promise<number> {
  const secrets = secretKeysOf(settings.SECRET_KEY);
  const newest = secrets[0]!;
  await query('SELECT pg_advisory_xact_lock($1)', [RING_LOCK]);
  const old = (await readRing(query)).filter(({ wrappedBy }) => wrappedBy !== newest.id);
  for (const row of old) {
    const key = opened(row, secrets);
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
    [KEPT_PURPOSES.filter((purpose) => KEY_USES[purpose] === 'lasting'), newest.id],
  );
  return old.length;
}

async function readRing(query: Query): Promise<Row[]> {
  return query<Row>(
    `SELECT purpose, origin, wrapped, wrapped_by AS "wrappedBy", retired_at IS NOT NULL AS retired
       FROM kept_key ORDER BY id`,
  );
}

/** What has to be in the ring and is not: one key of each pinned purpose, one from the newest of each lasting one. */
function missingIn(rows: Row[], secrets: SecretKey[]): { purpose: KeyPurpose; secret: SecretKey }[] {
  const newest = secrets[0]!;
  const first = secrets.find(({ id }) => id === rows[0]?.origin) ?? secrets.at(-1)!;
  return KEPT_PURPOSES.flatMap((purpose) => {
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
    // A key that cannot be opened says so before another is added beside it.
    rows.forEach((row) => opened(row, secrets));
    const trusted = rows.length > 0 ? secrets : await makersOf(query, secrets);
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
 * A database of a version that kept no keys: the seal at the end of its audit trail tells with which key it was made.
 * @returns the keys of `SECRET_KEY` up to that one; all of them while nothing was sealed
 */
async function makersOf(query: Query, secrets: SecretKey[]): Promise<SecretKey[]> {
  const [head] = await query<{ seq: string; link: Buffer; seal: Buffer | null }>(
    'SELECT seq, link, seal FROM audit_head',
  );
  if (!head?.seal) return secrets;
  const maker = secrets.findIndex((secret) =>
    createHmac('sha256', deriveKey(secret, 'audit'))
      .update(`head ${head.seq} `)
      .update(head.link)
      .digest()
      .equals(head.seal!),
  );
  if (maker < 0) throw wrongKey('another key', secrets);
  return secrets.slice(0, maker + 1);
}

function opened(row: Row, secrets: SecretKey[]): KeptKey | null {
  const { purpose, origin } = row;
  const secret = secrets.find(({ id }) => id === row.wrappedBy);
  const key = secret && openWith(wrappingKeyOf(secret), row.wrapped, `${purpose} ${origin}`);
  if (!key) throw wrongKey(`key ${row.wrappedBy}`, secrets);
  // A purpose of a newer version, or one that keeps no keys any more.
  const known = Object.hasOwn(KEY_USES, purpose) && isKept(purpose as KeyPurpose);
  return known ? { purpose: purpose as KeyPurpose, origin, key, retired: row.retired } : null;
}

const wrap = (secret: SecretKey, { purpose, origin, key }: KeptKey) =>
  sealWith(wrappingKeyOf(secret), key, `${purpose} ${origin}`);

function wrongKey(needed: string, secrets: SecretKey[]): SettingsError {
  const given = secrets.map(({ id }) => id).join(', ');
  return new SettingsError(
    `Setting SECRET_KEY is wrong: this database was made with ${needed}, which is not in the list (it has ${given})`,
  );
}
