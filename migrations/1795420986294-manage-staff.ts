import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff accounts managed by administrators: versions, password links, one-time codes. */
export class ManageStaff1795420986294 implements MigrationInterface {
  name = 'ManageStaff1795420986294';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE staff_recovery_code; DROP TABLE staff_otp; DROP TABLE staff_link;
      DROP INDEX staff_by_name; ALTER TABLE staff DROP COLUMN version;`);
  }
}

const UP = `
ALTER TABLE staff ADD COLUMN version integer NOT NULL DEFAULT 1;
CREATE INDEX staff_by_name ON staff (name, id);
-- A single-use link for setting a password. Only the hash of its token is stored.
CREATE TABLE staff_link (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('invitation','reset')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX staff_link_of ON staff_link (staff_id);
CREATE INDEX staff_link_expiry ON staff_link (expires_at);
-- One-time codes; an unconfirmed secret is not in use yet.
CREATE TABLE staff_otp (
  staff_id uuid PRIMARY KEY REFERENCES staff ON DELETE CASCADE,
  -- encrypted with a key that is not in the database
  secret bytea NOT NULL,
  confirmed_at timestamptz,
  -- time step of the last used code: each code can be used once
  last_step bigint NOT NULL DEFAULT 0,
  tries smallint NOT NULL DEFAULT 0,
  tries_since timestamptz
);
CREATE TABLE staff_recovery_code (
  staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (staff_id, code_hash)
);`;
