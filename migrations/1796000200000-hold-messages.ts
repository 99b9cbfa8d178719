import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mail from senders who are not part of a ticket is held for staff to decide. Messages that were stored by an earlier
 * version stay as they are: they have been shown. Mail received before has no fingerprint and is still known by its
 * Message-ID.
 */
export class HoldMessages1796000200000 implements MigrationInterface {
  name = 'HoldMessages1796000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE held_message (
  message_id uuid PRIMARY KEY REFERENCES message ON DELETE CASCADE,
  -- the ticket it was sent to, when that was merged into another: its requester sees the message once it is accepted
  for_ticket_id bigint NOT NULL REFERENCES ticket,
  address text NOT NULL,
  name text,
  reason text NOT NULL CHECK (reason IN ('not_participant', 'failed_checks')),
  state text NOT NULL CHECK (state IN ('waiting', 'accepted', 'dismissed')),
  held_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid REFERENCES staff
);
CREATE INDEX held_message_waiting ON held_message (held_at) WHERE state = 'waiting';
-- Of sender, subject, text and files: two mails with one Message-ID are one mail only when this is the same.
ALTER TABLE inbound_mail ADD COLUMN fingerprint bytea;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE inbound_mail DROP COLUMN fingerprint;
DROP TABLE held_message;`);
  }
}
