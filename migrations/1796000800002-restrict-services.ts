import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Restricted services (reading their tickets is audited), the number of files read per person, and the first use of
 * tokens. No existing service becomes restricted; existing tokens count as used.
 */
export class RestrictServices1796000800002 implements MigrationInterface {
  name = 'RestrictServices1796000800002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
ALTER TABLE service ADD COLUMN restricted boolean NOT NULL DEFAULT false;
CREATE TABLE files_taken (
  staff_id uuid NOT NULL,
  hour timestamptz NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (staff_id, hour)
);
ALTER TABLE api_token ADD COLUMN first_used_at timestamptz;
UPDATE api_token SET first_used_at = created_at;
-- Where from, as the console filters by it.
CREATE INDEX audit_entry_by_address ON audit_entry ((detail->>'address'), at, seq) WHERE detail ? 'address';`;

const DOWN = `
DROP INDEX audit_entry_by_address;
ALTER TABLE api_token DROP COLUMN first_used_at;
DROP TABLE files_taken;
ALTER TABLE service DROP COLUMN restricted;`;
