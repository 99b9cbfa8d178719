import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Details of calls: times, recording, transfers; callbacks with their attempts; and the Asterisk channels of a call, so
 * that another process that takes over the connection can continue with it.
 */
export class TellCallsWhole1795416737880 implements MigrationInterface {
  name = 'TellCallsWhole1795416737880';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TIMES, TRANSFERS, CALLBACKS, ASTERISK]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE asterisk_call, callback_attempt, callback, call_transfer;
DROP INDEX interaction_calls_of_agent, interaction_in_after_call_work;
ALTER TABLE interaction DROP COLUMN ringing_since, DROP COLUMN held_since, DROP COLUMN hold_seconds,
  DROP COLUMN acw_since, DROP COLUMN acw_seconds, DROP COLUMN transferring_to, DROP COLUMN recording_state,
  DROP COLUMN recording_ref, DROP COLUMN recording_consent_at, DROP COLUMN recording_consent_by;`);
  }
}

const TIMES = `
ALTER TABLE interaction
  ADD COLUMN ringing_since timestamptz,
  ADD COLUMN held_since timestamptz,
  ADD COLUMN hold_seconds integer NOT NULL DEFAULT 0,
  ADD COLUMN acw_since timestamptz,
  ADD COLUMN acw_seconds integer NOT NULL DEFAULT 0,
  ADD COLUMN transferring_to text,
  ADD COLUMN recording_state text NOT NULL DEFAULT 'none' CHECK (recording_state IN ('none','on','paused','over')),
  ADD COLUMN recording_ref text,
  ADD COLUMN recording_consent_at timestamptz,
  ADD COLUMN recording_consent_by uuid REFERENCES staff;
-- An agent's own calls, newest first.
CREATE INDEX interaction_calls_of_agent ON interaction (agent_id, started_at DESC, id DESC)
  WHERE channel = 'phone' AND call_id IS NOT NULL;
CREATE INDEX interaction_in_after_call_work ON interaction (agent_id) WHERE acw_since IS NOT NULL;`;

const TRANSFERS = `
CREATE TABLE call_transfer (
  id uuid PRIMARY KEY,
  interaction_id uuid NOT NULL REFERENCES interaction,
  at timestamptz NOT NULL,
  from_agent_id uuid REFERENCES staff,
  to_number text NOT NULL,
  to_agent_id uuid REFERENCES staff
);
CREATE INDEX call_transfer_of ON call_transfer (interaction_id, at);`;

const CALLBACKS = `
-- One callback per caller and matter; the index prevents two concurrent requests from creating two.
CREATE TABLE callback (
  id uuid PRIMARY KEY,
  ticket_id bigint NOT NULL REFERENCES ticket,
  requester_id uuid NOT NULL REFERENCES requester,
  queue_id uuid NOT NULL REFERENCES queue,
  matter text NOT NULL,
  number text NOT NULL,
  source text NOT NULL CHECK (source IN ('missed','asked')),
  state text NOT NULL CHECK (state IN ('waiting','calling','reached','wrong_number','gave_up','cancelled')),
  attempts smallint NOT NULL DEFAULT 0,
  asked_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  agent_id uuid REFERENCES staff,
  settled_at timestamptz,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX callback_open ON callback (requester_id, matter) WHERE state IN ('waiting','calling');
CREATE INDEX callback_due ON callback (due_at, id) WHERE state IN ('waiting','calling');
CREATE INDEX callback_of_ticket ON callback (ticket_id);
CREATE TABLE callback_attempt (
  id uuid PRIMARY KEY,
  callback_id uuid NOT NULL REFERENCES callback,
  agent_id uuid NOT NULL REFERENCES staff,
  started_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('reached','no_answer','busy','wrong_number')),
  ended_at timestamptz,
  interaction_id uuid REFERENCES interaction
);
CREATE INDEX callback_attempt_of ON callback_attempt (callback_id, started_at);
CREATE UNIQUE INDEX callback_attempt_open ON callback_attempt (callback_id) WHERE ended_at IS NULL;`;

const ASTERISK = `
CREATE TABLE asterisk_call (
  interaction_id uuid PRIMARY KEY REFERENCES interaction,
  channel_id text NOT NULL,
  agent_channel_id text,
  agent_id uuid REFERENCES staff,
  bridge_id text,
  left_at timestamptz,
  updated_at timestamptz NOT NULL
);
CREATE INDEX asterisk_call_present ON asterisk_call (channel_id) WHERE left_at IS NULL;`;
