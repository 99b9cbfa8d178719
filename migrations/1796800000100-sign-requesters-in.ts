import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requesters sign in on the portal: by a one-time code sent to an address, or through an OpenID Connect provider. */
export class SignRequestersIn1796800000100 implements MigrationInterface {
  name = 'SignRequestersIn1796800000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE requester_session, requester_account, requester_code, requester_sign_in;
      DELETE FROM outgoing_text WHERE purpose = 'sign_in_code';
      ALTER TABLE outgoing_text DROP COLUMN code_id;`);
  }
}

const UP = `
-- The account of a provider that a requester signs in with: one for each provider.
CREATE TABLE requester_account (
  id uuid PRIMARY KEY,
  requester_id uuid NOT NULL REFERENCES requester ON DELETE CASCADE,
  issuer text NOT NULL,
  subject text NOT NULL,
  linked_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  UNIQUE (issuer, subject),
  UNIQUE (requester_id, issuer)
);

-- A requester who is signed in on the portal: as an account, or as the owner of one address. Whose record that is, is
-- looked up at each request, so that an address that is refused opens nothing any more.
CREATE TABLE requester_session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid REFERENCES requester_account ON DELETE CASCADE,
  kind text CHECK (kind IN ('phone','email')),
  value text,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CHECK ((kind IS NULL) = (value IS NULL)),
  CHECK ((account_id IS NULL) <> (kind IS NULL))
);
CREATE INDEX requester_session_account ON requester_session (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX requester_session_expiry ON requester_session (expires_at);

-- A one-time code that was asked for. The code follows from id and secret key, and is stored nowhere.
CREATE TABLE requester_code (
  id uuid PRIMARY KEY,
  -- hash of the secret in the cookie of the browser that asked, which alone may try it
  holder_hash bytea NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('phone','email')),
  value text NOT NULL,
  language text NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX requester_code_expiry ON requester_code (expires_at);

-- A browser that was sent to the provider. Each state can be used once, by the browser that began.
CREATE TABLE requester_sign_in (
  state_hash bytea PRIMARY KEY,
  holder_hash bytea NOT NULL,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  language text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX requester_sign_in_expiry ON requester_sign_in (expires_at);

-- The one-time code that is put into the text when it is sent.
ALTER TABLE outgoing_text ADD COLUMN code_id uuid;`;
