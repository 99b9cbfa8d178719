import { Inject, Injectable } from '@nestjs/common';
import { credentialHash, Database, type ExchangeChecks, newCredential } from '#wasl/platform';

/** How long a person may take at the provider's pages. */
export const OIDC_STATE_MINUTES = 10;
const SECOND_STEP_MINUTES = 5;

/** A sign-in that came back from the provider. */
export interface BegunSignIn extends Pick<ExchangeChecks, 'nonce' | 'codeVerifier'> {
  returnTo: string;
  confirmsSessionId: string | null;
  began: Date;
}

/** A person whom the provider knows, and whose own second factor is still missing. */
export interface SecondStep {
  staffId: string;
  email: string;
  identityId: string;
  sid: string | null;
}

/** Sign-ins that are on their way, each bound to the secret in the cookie of the browser that began it. */
@Injectable()
export class OidcStates {
  constructor(@Inject(Database) private readonly database: Database) {}

  async begin(holder: string, returnTo: string, confirmsSessionId: string | null): Promise<ExchangeChecks> {
    const checks = { state: newCredential(), nonce: newCredential(), codeVerifier: newCredential() };
    await this.database.query(
      `INSERT INTO oidc_sign_in
         (state_hash, holder_hash, nonce, code_verifier, return_to, confirms_session_id, began_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now(), now() + ${OIDC_STATE_MINUTES} * interval '1 minute')`,
      [
        credentialHash(checks.state),
        credentialHash(holder),
        checks.nonce,
        checks.codeVerifier,
        returnTo,
        confirmsSessionId,
      ],
    );
    return checks;
  }

  /** Uses a state up before anything else is done with it. @returns null when this browser did not begin it, or when it was used */
  async consume(state: string, holder: string): Promise<BegunSignIn | null> {
    const [row] = await this.database.query<BegunSignIn>(
      `DELETE FROM oidc_sign_in WHERE state_hash = $1 AND holder_hash = $2 AND expires_at > now()
       RETURNING nonce, code_verifier AS "codeVerifier", return_to AS "returnTo",
                 confirms_session_id AS "confirmsSessionId", began_at AS began`,
      [credentialHash(state), credentialHash(holder)],
    );
    return row ?? null;
  }

  async awaitSecondStep(
    holder: string,
    { identityId, sid }: Pick<SecondStep, 'identityId' | 'sid'>,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO oidc_second_step (holder_hash, identity_id, oidc_sid, expires_at)
       VALUES ($1, $2, $3, now() + ${SECOND_STEP_MINUTES} * interval '1 minute')
       ON CONFLICT (holder_hash) DO UPDATE SET identity_id = $2, oidc_sid = $3, expires_at = excluded.expires_at`,
      [credentialHash(holder), identityId, sid],
    );
  }

  /** Stays until it is used: attempts at the second factor are limited as everywhere. */
  async secondStepOf(holder: string): Promise<SecondStep | null> {
    const [row] = await this.database.query<SecondStep>(
      `SELECT s.id AS "staffId", s.email, x.identity_id AS "identityId", x.oidc_sid AS sid
         FROM oidc_second_step x JOIN staff_identity i ON i.id = x.identity_id JOIN staff s ON s.id = i.staff_id
        WHERE x.holder_hash = $1 AND x.expires_at > now() AND s.disabled_at IS NULL`,
      [credentialHash(holder)],
    );
    return row ?? null;
  }
}
