import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as text that fits a cookie and a header. Only its hash is stored. */
export function newCredential(): string {
  return randomBytes(32).toString('base64url');
}

export function credentialHash(credential: string): Buffer {
  return createHash('sha256').update(credential).digest();
}
