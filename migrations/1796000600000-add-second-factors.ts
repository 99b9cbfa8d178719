import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Passkeys, second factors required by role, and what a session was opened with. Existing rows are kept: sessions that
 * are open count as confirmed when they began; accounts with one-time codes keep them and their recovery codes. An
 * administrator or supervisor without a second factor must enrol at the next request outside the demo.
 */
export class AddSecondFactors1796000600000 implements MigrationInterface {
  name = 'AddSecondFactors1796000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE webauthn_challenge; DROP TABLE staff_passkey; DROP TABLE second_factor_role;
      ALTER TABLE staff_session DROP COLUMN second_factor, DROP COLUMN confirmed_at;
      ALTER TABLE staff DROP COLUMN webauthn_user_id, DROP COLUMN is_demo;`);
  }
}

const UP = `
-- The user handle of WebAuthn: random, so that an authenticator learns nothing about the account from it.
ALTER TABLE staff ADD COLUMN webauthn_user_id bytea UNIQUE,
-- Created with the demo organisation: exempt from required second factors while DEMO is 1.
  ADD COLUMN is_demo boolean NOT NULL DEFAULT false;
UPDATE staff s SET is_demo = true
  FROM setting r WHERE r.key = 'reference-data' AND r.value ? ('staff:' || s.email);

-- What the session was opened with beside the password ('passkey', 'totp', 'recovery_code'); null: nothing.
ALTER TABLE staff_session ADD COLUMN second_factor text
    CHECK (second_factor IN ('passkey','totp','recovery_code')),
-- Last re-authentication of the owner; sensitive actions require a recent one.
  ADD COLUMN confirmed_at timestamptz NOT NULL DEFAULT now();
UPDATE staff_session x SET confirmed_at = x.created_at,
  second_factor = (SELECT 'totp' FROM staff_otp o WHERE o.staff_id = x.staff_id AND o.confirmed_at IS NOT NULL);

-- Roles whose members need a second factor. A default, which no administrator chose, does not hold while DEMO is 1.
CREATE TABLE second_factor_role (
  role text PRIMARY KEY,
  is_default boolean NOT NULL DEFAULT false
);
INSERT INTO second_factor_role (role, is_default) VALUES ('administrator', true), ('supervisor', true);

CREATE TABLE staff_passkey (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  credential_id bytea NOT NULL UNIQUE,
  -- COSE
  public_key bytea NOT NULL,
  sign_count bigint NOT NULL,
  transports text[] NOT NULL,
  -- synchronised between the devices of its owner (the flag BE); never changes
  backup_eligible boolean NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX staff_passkey_of ON staff_passkey (staff_id);

-- Each can be used once, for its purpose, by the session or browser that requested it.
CREATE TABLE webauthn_challenge (
  id uuid PRIMARY KEY,
  challenge bytea NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('register','sign_in','second_factor','confirm')),
  -- whose; null at signing in by a passkey alone
  staff_id uuid REFERENCES staff ON DELETE CASCADE,
  -- hash of the credential of the session or browser that asked
  holder_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX webauthn_challenge_expiry ON webauthn_challenge (expires_at);
CREATE INDEX webauthn_challenge_of ON webauthn_challenge (staff_id);`;
