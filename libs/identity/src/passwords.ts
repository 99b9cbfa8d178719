import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id (2024): 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

let decoy: Promise<string> | undefined;

/**
 * Whether `password` is the one behind `storedHash`. Without a stored hash it does the same work and says no, so that
 * the time of an answer does not tell which accounts exist.
 */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const matches = await verify(storedHash ?? (await decoy), password);
  return matches && storedHash !== null;
}
