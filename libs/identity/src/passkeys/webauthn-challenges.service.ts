import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from '#wasl/kernel';
import { Database } from '#wasl/platform';

/** What a challenge may be used for. */
export type ChallengePurpose = 'register' | 'sign_in' | 'second_factor' | 'confirm';

/** A little longer than the timeout of browsers. */
export const CHALLENGE_SECONDS = 300;
const CHALLENGE_BYTES = 32;

export interface ChallengeRequest {
  purpose: ChallengePurpose;
  /** null for sign-in with a passkey alone: the person is not known yet */
  staffId: string | null;
  /** the session id or the secret in the browser's cookie: binds the challenge to its requester */
  holder: string;
}

export interface ConsumedChallenge {
  /** base64url, as in the client data */
  challenge: string;
  purpose: ChallengePurpose;
  staffId: string | null;
}

/** WebAuthn challenges; each can be used once. */
@Injectable()
export class WebauthnChallenges {
  constructor(@Inject(Database) private readonly database: Database) {}

  async issue({ purpose, staffId, holder }: ChallengeRequest): Promise<{ id: string; challenge: Buffer }> {
    const id = uuidv7();
    const challenge = randomBytes(CHALLENGE_BYTES);
    await this.database.query(
      `INSERT INTO webauthn_challenge (id, challenge, purpose, staff_id, holder_hash, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + $6 * interval '1 second')`,
      [id, challenge, purpose, staffId, hashOf(holder), CHALLENGE_SECONDS],
    );
    return { id, challenge };
  }

  /**
   * Consumes a challenge before its response is verified. A challenge of another session or browser, or for another
   * purpose, is not consumed.
   * @returns null when there is none
   */
  async consume(id: string, purposes: ChallengePurpose[], holder: string): Promise<ConsumedChallenge | null> {
    const [row] = await this.database.query<{
      challenge: Buffer;
      purpose: ChallengePurpose;
      staffId: string | null;
    }>(
      `DELETE FROM webauthn_challenge
        WHERE id = $1 AND purpose = ANY($2) AND holder_hash = $3 AND expires_at > now()
       RETURNING challenge, purpose, staff_id AS "staffId"`,
      [id, purposes, hashOf(holder)],
    );
    return row ? { ...row, challenge: row.challenge.toString('base64url') } : null;
  }
}

const hashOf = (holder: string): Buffer => createHash('sha256').update(holder).digest();
