import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The base of interval reports: facts, and their sums per quarter of an hour. */
export class CreateMeasures1795417325816 implements MigrationInterface {
  name = 'CreateMeasures1795417325816';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [CONTACTS, SETTLEMENTS, PRESENCE, LIVE]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE contact_fact, contact_quarter, settlement, agent_now, presence_fact, presence_quarter;
      ALTER TABLE queue_day DROP COLUMN short_abandoned;`);
  }
}

// Facts are append-only, and the sums can be rebuilt from them. A fact stores its threshold, because thresholds change.
const CONTACTS = `
CREATE TABLE contact_fact (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  belongs_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
  queue_key text NOT NULL,
  channel text NOT NULL,
  live boolean NOT NULL,
  ms bigint,
  hold_ms bigint,
  threshold_ms bigint,
  short_ms bigint,
  score smallint
);
CREATE INDEX contact_fact_interval ON contact_fact (belongs_at);
CREATE TABLE contact_quarter (
  starts_at timestamptz NOT NULL,
  queue_key text NOT NULL,
  channel text NOT NULL,
  live boolean NOT NULL,
  offered integer NOT NULL,
  answered integer NOT NULL,
  answered_in_threshold integer NOT NULL,
  abandoned integer NOT NULL,
  abandoned_in_threshold integer NOT NULL,
  short_abandoned integer NOT NULL,
  wait_ms bigint NOT NULL,
  handled integer NOT NULL,
  timed integer NOT NULL,
  talk_ms bigint NOT NULL,
  hold_ms bigint NOT NULL,
  wrap_up_ms bigint NOT NULL,
  transferred integer NOT NULL,
  settled integer NOT NULL,
  reopened integer NOT NULL,
  rated integer NOT NULL,
  satisfied integer NOT NULL,
  PRIMARY KEY (starts_at, queue_key, channel, live)
);
CREATE INDEX contact_quarter_of_queue ON contact_quarter (queue_key, starts_at);`;

const SETTLEMENTS = `
CREATE TABLE settlement (
  ticket_id bigint PRIMARY KEY,
  settled_at timestamptz NOT NULL,
  queue_key text NOT NULL,
  channel text NOT NULL,
  reopened boolean NOT NULL
);`;

const PRESENCE = `
CREATE TABLE agent_now (
  agent_id uuid PRIMARY KEY,
  state text NOT NULL,
  since timestamptz NOT NULL,
  queues text[] NOT NULL,
  last jsonb
);
CREATE TABLE presence_fact (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agent_id uuid NOT NULL,
  state text NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL,
  queues text[] NOT NULL
);
CREATE INDEX presence_fact_time ON presence_fact (from_at);
CREATE TABLE presence_quarter (
  starts_at timestamptz NOT NULL,
  queue_key text NOT NULL,
  available_ms bigint NOT NULL,
  handling_ms bigint NOT NULL,
  not_ready_ms bigint NOT NULL,
  PRIMARY KEY (starts_at, queue_key)
);
CREATE INDEX presence_quarter_of_queue ON presence_quarter (queue_key, starts_at);`;

const LIVE = `
ALTER TABLE queue_day ADD COLUMN short_abandoned integer NOT NULL DEFAULT 0;`;
