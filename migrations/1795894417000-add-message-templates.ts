import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Message templates overridden by administrators, and canned replies of agents. */
export class AddMessageTemplates1795894417000 implements MigrationInterface {
  name = 'AddMessageTemplates1795894417000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE canned_reply; DROP TABLE message_template;');
  }
}

const UP = `
CREATE TABLE message_template (
  kind text NOT NULL,
  medium text NOT NULL CHECK (medium IN ('mail','text')),
  language text NOT NULL CHECK (language ~ '^[a-z]{2}$'),
  subject text,
  -- null: the built-in text applies again. The row stays, so that no version number is used twice.
  body text,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (kind, medium, language)
);
CREATE TABLE canned_reply (
  key text PRIMARY KEY CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  title_ar text NOT NULL,
  title_en text NOT NULL,
  -- null: for every queue
  queue_id uuid REFERENCES queue,
  -- [{language, text}]
  texts jsonb NOT NULL,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1
);`;
