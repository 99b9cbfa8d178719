import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Followers of a public report, who did not file it themselves. */
export class FollowReports1795911891000 implements MigrationInterface {
  name = 'FollowReports1795911891000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE outgoing_text DROP COLUMN follower_id;
      ALTER TABLE outgoing_mail DROP COLUMN follower_id;
      DROP TABLE report_follower;`);
  }
}

const UP = `
CREATE TABLE report_follower (
  id uuid PRIMARY KEY,
  ticket_id bigint NOT NULL REFERENCES ticket,
  kind text NOT NULL CHECK (kind IN ('email','phone')),
  address text NOT NULL,
  language text NOT NULL CHECK (language IN ('ar','en')),
  asked_at timestamptz NOT NULL,
  -- null: the address is not confirmed yet, and nothing but the confirmation request is sent to it
  confirmed_at timestamptz,
  -- the last stage that the follower was notified of
  told text,
  UNIQUE (ticket_id, kind, address),
  CHECK ((confirmed_at IS NULL) = (told IS NULL))
);
CREATE INDEX report_follower_at ON report_follower (kind, address);
CREATE INDEX report_follower_unconfirmed ON report_follower (asked_at) WHERE confirmed_at IS NULL;
-- Notifications are deleted with their follower.
ALTER TABLE outgoing_mail ADD COLUMN follower_id uuid REFERENCES report_follower ON DELETE CASCADE;
CREATE INDEX outgoing_mail_of_follower ON outgoing_mail (follower_id) WHERE follower_id IS NOT NULL;
ALTER TABLE outgoing_text ADD COLUMN follower_id uuid REFERENCES report_follower ON DELETE CASCADE;
CREATE INDEX outgoing_text_of_follower ON outgoing_text (follower_id) WHERE follower_id IS NOT NULL;`;
