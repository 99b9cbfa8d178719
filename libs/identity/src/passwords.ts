import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { Semaphore } from '#wasl/platform';

/** OWASP's parameters for argon2id (2024): 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each hash takes 19 MiB and a thread of the libuv pool, which files and DNS need too. */
const HASHES_AT_ONCE = Math.min(3, Math.max(2, availableParallelism()));
const MAX_WAIT_MS = 5_000;
/** One or two seconds of hashing; further calls are refused. */
const MAX_WAITING = 64;

const hashing = new Semaphore(HASHES_AT_ONCE, MAX_WAIT_MS, MAX_WAITING);

/** @throws unavailable when too many are being hashed */
export function hashPassword(password: string): Promise<string> {
  return hashing.run(() => hash(password, PARAMETERS));
}

let decoy: Promise<string> | undefined;

/**
 * Whether `password` matches `storedHash`. Without a stored hash it does the same work and returns false, so that the
 * response time does not reveal which accounts exist.
 * @throws unavailable when too many are being hashed; nothing was compared then
 */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash('a password that nobody has', PARAMETERS);
  const against = storedHash ?? (await decoy);
  const matches = await hashing.run(() => verify(against, password));
  return matches && storedHash !== null;
}
