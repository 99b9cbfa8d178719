import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Live chats on the portal: tickets with an open chat. */
export class AddChats1795421637150 implements MigrationInterface {
  name = 'AddChats1795421637150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE chat; DROP INDEX work_chat_answered;');
  }
}

const UP = `
CREATE TABLE chat (
  ticket_id bigint PRIMARY KEY REFERENCES ticket,
  started_at timestamptz NOT NULL,
  -- when the visitor's page last contacted us
  seen_at timestamptz NOT NULL,
  -- up to when the visitor has seen messages
  read_until timestamptz NOT NULL,
  ended_at timestamptz,
  ended text CHECK (ended IN ('left','lost','settled')),
  CHECK ((ended_at IS NULL) = (ended IS NULL))
);
CREATE INDEX chat_going_on ON chat (seen_at) WHERE ended_at IS NULL;
-- Recent waiting times of chats, for the estimate shown to visitors.
CREATE INDEX work_chat_answered ON work (queue_id, answered_at) WHERE channel = 'chat' AND answered_at IS NOT NULL;`;
