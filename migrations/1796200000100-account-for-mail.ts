import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Deliveries that repeat a mail are recorded, so that each accepted delivery can be found. A mail whose Message-ID
 * another one has is found by it all the same.
 */
export class AccountForMail1796200000100 implements MigrationInterface {
  name = 'AccountForMail1796200000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE repeated_mail (
  id uuid PRIMARY KEY,
  -- the mail that it repeats, which has the content
  mail_id uuid NOT NULL REFERENCES inbound_mail ON DELETE CASCADE,
  envelope_from text NOT NULL,
  recipients text[] NOT NULL,
  received_at timestamptz NOT NULL
);
CREATE INDEX repeated_mail_of_mail ON repeated_mail (mail_id);
CREATE INDEX repeated_mail_newest ON repeated_mail (received_at DESC, id DESC);
CREATE INDEX inbound_mail_ignored ON inbound_mail (received_at DESC, id DESC) WHERE state = 'ignored';
-- The Message-ID that the mail has, when it was received under a replacement.
ALTER TABLE mail_thread ADD COLUMN claimed_id text;
CREATE INDEX mail_thread_claimed ON mail_thread (claimed_id) WHERE claimed_id IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE mail_thread DROP COLUMN claimed_id;
DROP INDEX inbound_mail_ignored;
DROP TABLE repeated_mail;`);
  }
}
