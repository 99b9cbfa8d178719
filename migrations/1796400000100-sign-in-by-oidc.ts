import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts linked with an OpenID Connect provider, sign-ins on their way there, and what a session was opened by. */
export class SignInByOidc1796400000100 implements MigrationInterface {
  name = 'SignInByOidc1796400000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE oidc_sign_in; DROP TABLE oidc_second_step; DROP TABLE oidc_logout_token;
      DELETE FROM staff_session WHERE second_factor = 'oidc';
      ALTER TABLE staff_session DROP COLUMN identity_id, DROP COLUMN oidc_sid,
        DROP CONSTRAINT staff_session_second_factor_check;
      ALTER TABLE staff_session ADD CONSTRAINT staff_session_second_factor_check
        CHECK (second_factor IN ('passkey','totp','recovery_code'));
      DROP TABLE staff_identity;`);
  }
}

const UP = `
-- The account of a provider that a member of staff signs in with: one for each provider.
CREATE TABLE staff_identity (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  issuer text NOT NULL,
  subject text NOT NULL,
  linked_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  UNIQUE (issuer, subject),
  UNIQUE (staff_id, issuer)
);

-- What a session was opened by; null: password or passkey. The session of the provider, which its logout names.
ALTER TABLE staff_session ADD COLUMN identity_id uuid REFERENCES staff_identity ON DELETE CASCADE,
  ADD COLUMN oidc_sid text,
  DROP CONSTRAINT staff_session_second_factor_check;
-- 'oidc': the provider said that it asked for one
ALTER TABLE staff_session ADD CONSTRAINT staff_session_second_factor_check
  CHECK (second_factor IN ('passkey','totp','recovery_code','oidc'));
CREATE INDEX staff_session_identity ON staff_session (identity_id) WHERE identity_id IS NOT NULL;

-- A browser that was sent to the provider. Each state can be used once, by the browser that began.
CREATE TABLE oidc_sign_in (
  state_hash bytea PRIMARY KEY,
  -- hash of the secret in the browser's cookie
  holder_hash bytea NOT NULL,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  return_to text NOT NULL,
  -- the session that asked its owner to confirm who is there; null: a new sign-in
  confirms_session_id uuid,
  began_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX oidc_sign_in_expiry ON oidc_sign_in (expires_at);

-- Signed in at the provider; the account's own second factor is still missing.
CREATE TABLE oidc_second_step (
  holder_hash bytea PRIMARY KEY,
  identity_id uuid NOT NULL REFERENCES staff_identity ON DELETE CASCADE,
  oidc_sid text,
  expires_at timestamptz NOT NULL
);
CREATE INDEX oidc_second_step_of ON oidc_second_step (identity_id);
CREATE INDEX oidc_second_step_expiry ON oidc_second_step (expires_at);

-- Logout tokens that were taken, so that none works twice.
CREATE TABLE oidc_logout_token (
  id_hash bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX oidc_logout_token_expiry ON oidc_logout_token (expires_at);`;
