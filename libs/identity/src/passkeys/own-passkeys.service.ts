import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { conflict, invalidField, notFound, uuidv7 } from '#wasl/kernel';
import { Database, type Principal, type RuntimeSettings, SETTINGS, UnitOfWork } from '#wasl/platform';
import { auditUserAction } from '../audit-user-action.js';
import {
  endOtherSessions,
  markSessionEnrolled,
  hasFactor,
  lockFactors,
  requireRemainingFactor,
} from '../second-factor/factors.js';
import { RecoveryCodes } from '../second-factor/recovery-codes.service.js';
import { type RelyingParty, relyingParty } from './relying-party.js';
import { CHALLENGE_SECONDS, WebauthnChallenges } from './webauthn-challenges.service.js';

const MAX_PASSKEYS = 20;
const USER_ID_BYTES = 32;

export interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  /** synchronised between the devices of its owner */
  synced: boolean;
}

/** The registration response of an authenticator, in base64url. */
export interface NewPasskey {
  id: string;
  clientDataJSON: string;
  attestationObject: string;
  transports: string[];
}

const PASSKEY = `SELECT id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt",
  backup_eligible AS synced FROM staff_passkey`;
type PasskeyRow = Omit<Passkey, 'createdAt' | 'lastUsedAt'> & { createdAt: Date; lastUsedAt: Date | null };

/** The passkeys of the caller. */
@Injectable()
export class OwnPasskeys {
  private readonly party: RelyingParty;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WebauthnChallenges) private readonly challenges: WebauthnChallenges,
    @Inject(RecoveryCodes) private readonly recovery: RecoveryCodes,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {
    this.party = relyingParty(settings);
  }

  async list(owner: Principal): Promise<Passkey[]> {
    const rows = await this.database.query<PasskeyRow>(`${PASSKEY} WHERE staff_id = $1 ORDER BY id`, [
      owner.id,
    ]);
    return rows.map(toPasskey);
  }

  /** Options for creating a passkey in the browser: discoverable, with user verification. */
  async requestRegistration(
    owner: Principal,
  ): Promise<{ challenge: string; options: PublicKeyCredentialCreationOptionsJSON }> {
    const [staff] = await this.database.query<{ userId: Buffer }>(
      `UPDATE staff SET webauthn_user_id = coalesce(webauthn_user_id, $2) WHERE id = $1
       RETURNING webauthn_user_id AS "userId"`,
      [owner.id, randomBytes(USER_ID_BYTES)],
    );
    const known = await this.database.query<{ credential_id: Buffer; transports: string[] }>(
      'SELECT credential_id, transports FROM staff_passkey WHERE staff_id = $1',
      [owner.id],
    );
    const issued = await this.challenges.issue({
      purpose: 'register',
      staffId: owner.id,
      holder: owner.sessionId,
    });
    const options = await generateRegistrationOptions({
      rpID: this.party.id,
      rpName: this.party.name,
      userID: new Uint8Array(staff!.userId),
      userName: owner.email,
      userDisplayName: owner.name,
      challenge: new Uint8Array(issued.challenge),
      timeout: CHALLENGE_SECONDS * 1000,
      attestationType: 'none',
      excludeCredentials: known.map((one) => ({
        id: one.credential_id.toString('base64url'),
        transports: one.transports,
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { challenge: issued.id, options };
  }

  /**
   * @returns the passkey, and recovery codes when it is the first factor of its owner
   * @throws invalid at `credential`; conflict `passkey.known`, `passkey.too_many`
   */
  async add(
    owner: Principal,
    name: string,
    challengeId: string,
    response: NewPasskey,
  ): Promise<{ passkey: Passkey; recoveryCodes: string[] | null }> {
    const credential = await this.verify(owner, challengeId, response);
    if (!credential) throw invalidField('credential', 'wrong');
    return conflictIfKnown(() =>
      this.unitOfWork.run(async (tx) => {
        const factors = await lockFactors(tx, owner.id, this.settings.DEMO);
        if (factors.passkeys >= MAX_PASSKEYS) throw conflict('passkey.too_many', { most: MAX_PASSKEYS });
        const [row] = await tx.query<PasskeyRow>(
          `INSERT INTO staff_passkey (id, staff_id, credential_id, public_key, sign_count, transports,
                                      backup_eligible, name, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           RETURNING id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt", backup_eligible AS synced`,
          [
            uuidv7(),
            owner.id,
            Buffer.from(credential.id, 'base64url'),
            Buffer.from(credential.publicKey),
            credential.counter,
            response.transports,
            credential.backupEligible,
            name,
            tx.now,
          ],
        );
        const passkey = toPasskey(row!);
        auditUserAction(tx, 'passkey.added', owner.id, owner.id, { passkey: passkey.id });
        tx.emit('account.security_changed', { staffId: owner.id, change: 'passkey_added' });
        if (hasFactor(factors)) return { passkey, recoveryCodes: null };
        markSessionEnrolled(tx, owner.id, owner.sessionId, 'passkey');
        return { passkey, recoveryCodes: this.recovery.replace(tx, owner.id) };
      }),
    );
  }

  /** @throws not_found `passkey.not_found` */
  async rename(owner: Principal, id: string, name: string): Promise<Passkey> {
    const [row] = await this.database.query<PasskeyRow>(
      `UPDATE staff_passkey SET name = $3 WHERE id = $1 AND staff_id = $2
       RETURNING id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt", backup_eligible AS synced`,
      [id, owner.id, name],
    );
    if (!row) throw notFound('passkey.not_found');
    return toPasskey(row);
  }

  /** Ends the other sessions of the caller. @throws not_found `passkey.not_found`; conflict `second_factor.last` */
  async remove(owner: Principal, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await lockFactors(tx, owner.id, this.settings.DEMO);
      const [removed] = await tx.query(
        'DELETE FROM staff_passkey WHERE id = $1 AND staff_id = $2 RETURNING 1',
        [id, owner.id],
      );
      if (!removed) throw notFound('passkey.not_found');
      await requireRemainingFactor(tx, owner.id, this.settings.DEMO);
      endOtherSessions(tx, owner.id, owner.sessionId);
      auditUserAction(tx, 'passkey.removed', owner.id, owner.id, { passkey: id });
      tx.emit('account.security_changed', { staffId: owner.id, change: 'passkey_removed' });
    });
  }

  /** The library throws on any invalid input. */
  private async verify(owner: Principal, challengeId: string, response: NewPasskey) {
    const taken = await this.challenges.consume(challengeId, ['register'], owner.sessionId);
    if (!taken || taken.staffId !== owner.id) return null;
    const { id, transports, clientDataJSON, attestationObject } = response;
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: {
          id,
          rawId: id,
          type: 'public-key',
          clientExtensionResults: {},
          response: { clientDataJSON, attestationObject, transports },
        },
        expectedChallenge: taken.challenge,
        expectedOrigin: this.party.origin,
        expectedRPID: this.party.id,
        requireUserVerification: true,
      });
      if (!registrationInfo || registrationInfo.credential.id !== id) return null;
      const { credential, credentialDeviceType } = registrationInfo;
      return { ...credential, backupEligible: credentialDeviceType === 'multiDevice' };
    } catch {
      return null;
    }
  }
}

const toPasskey = (row: PasskeyRow): Passkey => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

async function conflictIfKnown<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'staff_passkey_credential_id_key')
      throw conflict('passkey.known');
    throw error;
  }
}
