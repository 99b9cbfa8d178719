import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants to be told how a public report goes on, without having filed it. */
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
  -- null: whoever asked has not shown that the address is theirs, and nothing but that question goes there
  confirmed_at timestamptz,
  -- the stage of which they know; what is told next is another
  told text,
  UNIQUE (ticket_id, kind, address),
  CHECK ((confirmed_at IS NULL) = (told IS NULL))
);
CREATE INDEX report_follower_at ON report_follower (kind, address);
CREATE INDEX report_follower_unconfirmed ON report_follower (asked_at) WHERE confirmed_at IS NULL;
-- What was sent to a follower is forgotten with them.
ALTER TABLE outgoing_mail ADD COLUMN follower_id uuid REFERENCES report_follower ON DELETE CASCADE;
CREATE INDEX outgoing_mail_of_follower ON outgoing_mail (follower_id) WHERE follower_id IS NOT NULL;
ALTER TABLE outgoing_text ADD COLUMN follower_id uuid REFERENCES report_follower ON DELETE CASCADE;
CREATE INDEX outgoing_text_of_follower ON outgoing_text (follower_id) WHERE follower_id IS NOT NULL;`;
