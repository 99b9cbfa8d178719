import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Routing rules as configuration, recorded routing decisions, presence periods, and the roster. */
export class AddRoutingRules1795418442701 implements MigrationInterface {
  name = 'AddRoutingRules1795418442701';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [RULES, WORK, DECISIONS, SPELLS, ROSTER]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const RULES = `
CREATE EXTENSION IF NOT EXISTS btree_gist;
-- The newest version is in force. A version is never changed.
CREATE TABLE routing_rules (
  version integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rules jsonb NOT NULL,
  note text,
  by_id uuid REFERENCES staff,
  at timestamptz NOT NULL
);
ALTER TABLE queue ADD COLUMN version integer NOT NULL DEFAULT 1;
-- Version incremented by a round that assigns work of a queue with a total limit, so that concurrent rounds do not
-- exceed it.
CREATE TABLE queue_guard (
  queue_id uuid PRIMARY KEY REFERENCES queue ON DELETE CASCADE,
  version integer NOT NULL DEFAULT 1
);
-- Queues that nobody can serve, as last reported to supervisors.
CREATE TABLE queue_alarm (
  queue_id uuid PRIMARY KEY REFERENCES queue ON DELETE CASCADE,
  reason text NOT NULL,
  since timestamptz NOT NULL
);
ALTER TABLE staff ADD COLUMN IF NOT EXISTS entity_id uuid REFERENCES entity;
ALTER TABLE staff ADD COLUMN routing_profile text NOT NULL DEFAULT 'default';
ALTER TABLE requester ADD COLUMN vip boolean NOT NULL DEFAULT false;
ALTER TABLE requester ADD COLUMN vulnerable boolean NOT NULL DEFAULT false;`;

const WORK = `
ALTER TABLE work ADD COLUMN done_at timestamptz;
ALTER TABLE work ADD COLUMN sticky_for text CHECK (sticky_for IN ('ticket','requester','reopened'));
ALTER TABLE work ADD COLUMN vip boolean NOT NULL DEFAULT false;
ALTER TABLE work ADD COLUMN vulnerable boolean NOT NULL DEFAULT false;
ALTER TABLE work ADD COLUMN due_at timestamptz;
ALTER TABLE work ADD COLUMN requester_spoke_at timestamptz;
ALTER TABLE work ADD COLUMN round_id uuid;
ALTER TABLE work ADD COLUMN why jsonb;
CREATE INDEX work_unanswered ON work (requester_spoke_at) WHERE state = 'assigned' AND requester_spoke_at IS NOT NULL;
-- Work with the same requirements is adjacent and in order, so that a round reads only as much of it as it can assign.
CREATE INDEX work_waiting_by_kind ON work (queue_id, (coalesce(language, '')), urgency_at, id) WHERE state = 'waiting';
DROP INDEX work_waiting;`;

const DECISIONS = `
-- The inputs of a routing round, enough to replay its decisions.
CREATE TABLE routing_round (
  id uuid PRIMARY KEY,
  pool text NOT NULL,
  at timestamptz NOT NULL,
  rules_version integer NOT NULL,
  record bytea NOT NULL
);
ALTER TABLE offer ADD COLUMN round_id uuid;`;

/**
 * Presence periods are written by a trigger, whichever code changes presence: each begins where the previous one ends.
 * Two changes at the same time replace the period instead of adding an empty one.
 */
const SPELLS = `
CREATE TABLE presence_spell (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  state text NOT NULL,
  reason text,
  from_at timestamptz NOT NULL,
  to_at timestamptz,
  CHECK (to_at > from_at),
  CONSTRAINT presence_spell_one_at_a_time EXCLUDE USING gist (staff_id WITH =, tstzrange(from_at, to_at) WITH &&)
);
CREATE UNIQUE INDEX presence_spell_open ON presence_spell (staff_id) WHERE to_at IS NULL;
ALTER TABLE presence_history ADD COLUMN note text;
INSERT INTO presence_spell (staff_id, state, reason, from_at, to_at)
SELECT staff_id, state, reason, at, to_at FROM (
  SELECT staff_id, state, reason, at, lead(at) OVER (PARTITION BY staff_id ORDER BY at, id) AS to_at
    FROM presence_history) h WHERE to_at IS NULL OR to_at > at;
CREATE FUNCTION keep_presence_spell() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := NEW.since;
  open_since timestamptz;
BEGIN
  SELECT from_at INTO open_since FROM presence_spell WHERE staff_id = NEW.staff_id AND to_at IS NULL;
  IF open_since >= moment THEN
    UPDATE presence_spell SET state = NEW.state, reason = NEW.reason WHERE staff_id = NEW.staff_id AND to_at IS NULL;
  ELSE
    UPDATE presence_spell SET to_at = moment WHERE staff_id = NEW.staff_id AND to_at IS NULL;
    INSERT INTO presence_spell (staff_id, state, reason, from_at) VALUES (NEW.staff_id, NEW.state, NEW.reason, moment);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER presence_begins AFTER INSERT ON presence FOR EACH ROW EXECUTE FUNCTION keep_presence_spell();
CREATE TRIGGER presence_changes AFTER UPDATE OF state, reason ON presence FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.reason IS DISTINCT FROM NEW.reason)
  EXECUTE FUNCTION keep_presence_spell();`;

const ROSTER = `
CREATE TABLE roster_shift (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('available','not_ready')),
  reason text,
  CHECK (to_at > from_at),
  CONSTRAINT roster_shift_one_at_a_time EXCLUDE USING gist (staff_id WITH =, tstzrange(from_at, to_at) WITH &&)
);
CREATE INDEX roster_shift_time ON roster_shift (from_at, to_at);`;

const DOWN = `
DROP TABLE roster_shift;
DROP TRIGGER presence_begins ON presence;
DROP TRIGGER presence_changes ON presence;
DROP FUNCTION keep_presence_spell();
DROP TABLE presence_spell;
ALTER TABLE presence_history DROP COLUMN note;
ALTER TABLE offer DROP COLUMN round_id;
DROP TABLE routing_round;
CREATE INDEX work_waiting ON work (pool, urgency_at, id) WHERE state = 'waiting';
DROP INDEX work_waiting_by_kind;
ALTER TABLE work DROP COLUMN done_at, DROP COLUMN sticky_for, DROP COLUMN vip, DROP COLUMN vulnerable,
  DROP COLUMN due_at, DROP COLUMN requester_spoke_at, DROP COLUMN round_id, DROP COLUMN why;
ALTER TABLE requester DROP COLUMN vip, DROP COLUMN vulnerable;
ALTER TABLE staff DROP COLUMN entity_id, DROP COLUMN routing_profile;
DROP TABLE queue_alarm, queue_guard, routing_rules;
ALTER TABLE queue DROP COLUMN version;`;
