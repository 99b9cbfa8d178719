import { Inject, Injectable } from '@nestjs/common';
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { PublicKeyCredentialRequestOptionsJSON, WebAuthnCredential } from '@simplewebauthn/server';
import { Database, type RuntimeSettings, SETTINGS, type Tx, UnitOfWork } from '#wasl/platform';
import { auditUserAction } from '../audit-user-action.js';
import { assertionFault, type KnownPasskey } from './domain/assertion-fault.js';
import { relyingParty } from './relying-party.js';
import {
  CHALLENGE_SECONDS,
  type ConsumedChallenge,
  WebauthnChallenges,
} from './webauthn-challenges.service.js';

/** The assertion response of an authenticator, in base64url. */
export interface PasskeyResponse {
  id: string;
  clientDataJSON: string;
  authenticatorData: string;
  signature: string;
  userHandle?: string | null;
}

/** Options for requesting an assertion in the browser. */
export interface PasskeyRequest {
  challenge: string;
  options: PublicKeyCredentialRequestOptionsJSON;
}

/** A passkey whose assertion was verified. */
export interface VerifiedPasskey {
  staffId: string;
  passkeyId: string;
  /** @returns false when the passkey was removed or its counter used meanwhile */
  use: (tx: Tx) => Promise<boolean>;
}

interface Known extends KnownPasskey {
  passkeyId: string;
  staffId: string;
  credential: WebAuthnCredential;
}

/** Requests and verifies passkey assertions. */
@Injectable()
export class PasskeyAssertions {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WebauthnChallenges) private readonly challenges: WebauthnChallenges,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** For anonymous sign-in: discoverable passkeys, so that no e-mail address is needed. */
  async requestForSignIn(holder: string): Promise<PasskeyRequest> {
    const issued = await this.challenges.issue({ purpose: 'sign_in', staffId: null, holder });
    return this.request(issued, 'required');
  }

  /** For a known person: as second factor, or to confirm their identity. */
  async requestFor(
    staffId: string,
    purpose: 'second_factor' | 'confirm',
    holder: string,
  ): Promise<PasskeyRequest> {
    const issued = await this.challenges.issue({ purpose, staffId, holder });
    const rows = await this.database.query<{ credential_id: Buffer; transports: string[] }>(
      'SELECT credential_id, transports FROM staff_passkey WHERE staff_id = $1 ORDER BY id',
      [staffId],
    );
    const allowed = rows.map((row) => ({
      id: row.credential_id.toString('base64url'),
      transports: row.transports,
    }));
    return this.request(issued, purpose === 'confirm' ? 'required' : 'preferred', allowed);
  }

  /** @returns null when the assertion is invalid for any reason */
  async check(challenge: ConsumedChallenge, answer: PasskeyResponse): Promise<VerifiedPasskey | null> {
    const known = await this.find(answer.id);
    if (!known || (challenge.staffId !== null && challenge.staffId !== known.staffId)) return null;
    const assertion = await this.verify(challenge, answer, known.credential);
    if (!assertion) return null;
    const fault = assertionFault(known, {
      ...assertion,
      userHandle: answer.userHandle || null,
      crossOrigin: isCrossOrigin(answer.clientDataJSON),
    });
    // The signature is valid, so the key exists twice; this is recorded for its owner.
    if (fault === 'cloned') await this.noteClone(known);
    if (fault) return null;
    const { staffId, passkeyId } = known;
    return { staffId, passkeyId, use: (tx) => usePasskey(tx, passkeyId, assertion.signCount) };
  }

  private async request(
    { id, challenge }: { id: string; challenge: Buffer },
    userVerification: 'required' | 'preferred',
    allowCredentials?: { id: string; transports: string[] }[],
  ): Promise<PasskeyRequest> {
    const options = await generateAuthenticationOptions({
      rpID: relyingParty(this.settings).id,
      challenge: new Uint8Array(challenge),
      timeout: CHALLENGE_SECONDS * 1000,
      userVerification,
      allowCredentials,
    });
    return { challenge: id, options };
  }

  private async find(credentialId: string): Promise<Known | null> {
    const [row] = await this.database.query<{
      passkeyId: string;
      staffId: string;
      publicKey: Buffer;
      signCount: string;
      backupEligible: boolean;
      userHandle: Buffer;
    }>(
      `SELECT p.id AS "passkeyId", p.staff_id AS "staffId", p.public_key AS "publicKey",
              p.sign_count AS "signCount", p.backup_eligible AS "backupEligible",
              s.webauthn_user_id AS "userHandle"
         FROM staff_passkey p JOIN staff s ON s.id = p.staff_id
        WHERE p.credential_id = $1 AND s.disabled_at IS NULL`,
      [Buffer.from(credentialId, 'base64url')],
    );
    if (!row) return null;
    return {
      passkeyId: row.passkeyId,
      staffId: row.staffId,
      signCount: Number(row.signCount),
      backupEligible: row.backupEligible,
      userHandle: row.userHandle.toString('base64url'),
      // Counter 0 disables the counter check of the library; it is checked here after the signature.
      credential: { id: credentialId, publicKey: new Uint8Array(row.publicKey), counter: 0 },
    };
  }

  /** The library throws on any invalid input. */
  private async verify(
    challenge: ConsumedChallenge,
    answer: PasskeyResponse,
    credential: WebAuthnCredential,
  ) {
    const { id: expectedRPID, origin: expectedOrigin } = relyingParty(this.settings);
    const { clientDataJSON, authenticatorData, signature } = answer;
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: {
          id: answer.id,
          rawId: answer.id,
          type: 'public-key',
          clientExtensionResults: {},
          response: { clientDataJSON, authenticatorData, signature },
        },
        expectedChallenge: challenge.challenge,
        expectedOrigin,
        expectedRPID,
        credential,
        // As second factor after the password, user presence is enough.
        requireUserVerification: challenge.purpose !== 'second_factor',
      });
      return verified
        ? {
            signCount: authenticationInfo.newCounter,
            backupEligible: authenticationInfo.credentialDeviceType === 'multiDevice',
          }
        : null;
    } catch {
      return null;
    }
  }

  private async noteClone({ staffId, passkeyId }: Known): Promise<void> {
    await this.unitOfWork.run((tx) => {
      auditUserAction(tx, 'passkey.cloned', null, staffId, { passkey: passkeyId });
      return Promise.resolve();
    });
  }
}

/** Guards against concurrent use: an assertion is accepted only if its counter has grown. */
async function usePasskey(tx: Tx, passkeyId: string, signCount: number): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE staff_passkey SET sign_count = $2, last_used_at = $3
      WHERE id = $1 AND (sign_count < $2 OR (sign_count = 0 AND $2 = 0)) RETURNING 1`,
    [passkeyId, signCount, tx.now],
  );
  return rows.length > 0;
}

function isCrossOrigin(clientDataJSON: string): boolean {
  const data = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as {
    crossOrigin?: unknown;
  };
  return data.crossOrigin === true;
}
