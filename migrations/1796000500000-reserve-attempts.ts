import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Attempt budgets, known devices and networks of accounts, and details of sessions. Existing sessions are kept, without
 * an origin. API tokens expire a year from now. The table sign_in_failure stays for running processes of the earlier
 * version; nothing reads it any more.
 */
export class ReserveAttempts1796000500000 implements MigrationInterface {
  name = 'ReserveAttempts1796000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE attempt_budget (
         key text PRIMARY KEY,
         owner_id uuid,
         tries integer NOT NULL,
         ready_at timestamptz NOT NULL,
         forget_at timestamptz NOT NULL
       ) WITH (fillfactor = 70);
       CREATE INDEX attempt_budget_of ON attempt_budget (owner_id) WHERE owner_id IS NOT NULL;

       CREATE TABLE staff_device (
         id uuid PRIMARY KEY,
         staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
         token_hash bytea NOT NULL,
         created_at timestamptz NOT NULL DEFAULT now(),
         last_seen_at timestamptz NOT NULL DEFAULT now(),
         expires_at timestamptz NOT NULL,
         UNIQUE (token_hash, staff_id)
       );
       CREATE INDEX staff_device_of ON staff_device (staff_id, last_seen_at);
       CREATE TABLE staff_network (
         staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
         source_hash bytea NOT NULL,
         last_seen_at timestamptz NOT NULL DEFAULT now(),
         PRIMARY KEY (staff_id, source_hash)
       );

       ALTER TABLE staff_session
         ADD COLUMN device_id uuid REFERENCES staff_device ON DELETE SET NULL,
         ADD COLUMN network text NOT NULL DEFAULT '',
         ADD COLUMN browser text NOT NULL DEFAULT '',
         ADD COLUMN last_seen_at timestamptz NOT NULL DEFAULT now();
       ALTER TABLE api_token
         ADD COLUMN expires_at timestamptz,
         ADD COLUMN last_used_at timestamptz;
       UPDATE api_token SET expires_at = now() + interval '365 days' WHERE revoked_at IS NULL;`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE api_token DROP COLUMN expires_at, DROP COLUMN last_used_at;
       ALTER TABLE staff_session DROP COLUMN device_id, DROP COLUMN network, DROP COLUMN browser,
         DROP COLUMN last_seen_at;
       DROP TABLE staff_network;
       DROP TABLE staff_device;
       DROP TABLE attempt_budget;`,
    );
  }
}
