import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that administrators keep: versions, links with which passwords are set, one-time codes. */
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
-- A link with which a password is set, once. What opens it is not stored, only its hash.
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
-- One-time codes; a secret that was not confirmed yet is asked of nobody.
CREATE TABLE staff_otp (
  staff_id uuid PRIMARY KEY REFERENCES staff ON DELETE CASCADE,
  -- encrypted with a key that is not in the database
  secret bytea NOT NULL,
  confirmed_at timestamptz,
  -- the step of the last code that was used: each code is good once
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
