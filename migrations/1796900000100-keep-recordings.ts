import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recordings of calls: where each lies, how far it is fetched, and until when its file is kept. */
export class KeepRecordings1796900000100 implements MigrationInterface {
  name = 'KeepRecordings1796900000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE call_recording');
  }
}

const UP = `
CREATE TABLE call_recording (
  id uuid PRIMARY KEY,
  interaction_id uuid NOT NULL REFERENCES interaction (id),
  source text NOT NULL CHECK (source IN ('address', 'asterisk')),
  -- an address, or the name that Asterisk keeps it under; null when it expired
  location text,
  state text NOT NULL DEFAULT 'queued'
    CHECK (state IN ('queued', 'fetching', 'checking', 'kept', 'failed', 'expired')),
  attempts integer NOT NULL DEFAULT 0,
  -- when it is due; while it is fetched, when another may take it over
  next_attempt_at timestamptz NOT NULL,
  fault text,
  -- what the fault was exactly: a status, a code of the network, the name of a virus
  fault_detail text,
  sha256 bytea,
  size bigint,
  type text,
  seconds integer,
  -- when the call began; so does the time for which it is kept
  called_at timestamptz NOT NULL,
  fetched_at timestamptz,
  expired_at timestamptz,
  -- when Asterisk removed its copy
  source_removed_at timestamptz,
  UNIQUE (interaction_id, location)
) WITH (fillfactor = 80);
CREATE INDEX call_recording_due ON call_recording (next_attempt_at) WHERE state IN ('queued', 'fetching');
CREATE INDEX call_recording_checking ON call_recording (called_at) WHERE state = 'checking';
CREATE INDEX call_recording_age ON call_recording (called_at) WHERE state <> 'expired';
CREATE INDEX call_recording_copies ON call_recording (next_attempt_at)
  WHERE source = 'asterisk' AND source_removed_at IS NULL AND state IN ('kept', 'expired');`;
