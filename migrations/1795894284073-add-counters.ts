import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service centres, their desks and their visits. */
export class AddCounters1795894284073 implements MigrationInterface {
  name = 'AddCounters1795894284073';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
CREATE TABLE centre (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name_ar text NOT NULL,
  name_en text NOT NULL,
  address_ar text NOT NULL DEFAULT '',
  address_en text NOT NULL DEFAULT '',
  -- prefix of call-up numbers
  letter text NOT NULL DEFAULT 'A' CHECK (letter ~ '^[A-Z]{1,2}$'),
  -- null: open around the clock
  calendar text REFERENCES calendar,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE centre_queue (
  centre_id uuid NOT NULL REFERENCES centre ON DELETE CASCADE,
  queue_id uuid NOT NULL REFERENCES queue,
  -- the first one takes visits without a service
  position smallint NOT NULL,
  PRIMARY KEY (centre_id, queue_id)
);
CREATE TABLE desk (
  id uuid PRIMARY KEY,
  centre_id uuid NOT NULL REFERENCES centre,
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 20),
  position smallint NOT NULL DEFAULT 0,
  active boolean NOT NULL DEFAULT true,
  UNIQUE (centre_id, label)
);
-- One agent per desk, one desk per agent.
CREATE TABLE desk_sitting (
  desk_id uuid PRIMARY KEY REFERENCES desk,
  staff_id uuid NOT NULL UNIQUE REFERENCES staff ON DELETE CASCADE,
  since timestamptz NOT NULL
);
-- The last call-up number given out at a centre on a day of the country's calendar.
CREATE TABLE call_up (
  centre_id uuid NOT NULL REFERENCES centre ON DELETE CASCADE,
  day date NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (centre_id, day)
);
CREATE TABLE counter_visit (
  id uuid PRIMARY KEY,
  centre_id uuid NOT NULL REFERENCES centre,
  day date NOT NULL,
  -- call-up number, when it was drawn at a kiosk
  call_number text,
  ticket_id bigint REFERENCES ticket,
  interaction_id uuid NOT NULL REFERENCES interaction,
  state text NOT NULL CHECK (state IN ('waiting','called','serving','done','no_show','released','settled')),
  desk_id uuid REFERENCES desk,
  staff_id uuid REFERENCES staff,
  came_at timestamptz NOT NULL,
  called_at timestamptz,
  served_at timestamptz,
  ended_at timestamptz,
  UNIQUE (centre_id, day, call_number),
  CHECK ((state IN ('called','serving')) <= (staff_id IS NOT NULL AND desk_id IS NOT NULL)),
  CHECK ((state IN ('waiting','called')) <= (ticket_id IS NOT NULL)),
  CHECK ((state IN ('done','no_show','released','settled')) = (ended_at IS NOT NULL))
);
CREATE INDEX counter_visit_there ON counter_visit (centre_id, came_at, id) WHERE state IN ('waiting','called');
CREATE UNIQUE INDEX counter_visit_at_desk ON counter_visit (staff_id) WHERE state IN ('called','serving');
CREATE UNIQUE INDEX counter_visit_awaited ON counter_visit (ticket_id) WHERE state IN ('waiting','called');
CREATE INDEX counter_visit_open ON counter_visit (day) WHERE ended_at IS NULL;
CREATE INDEX counter_visit_of_ticket ON counter_visit (ticket_id) WHERE ticket_id IS NOT NULL;
-- The requester of this work item waits at a centre: it is handled at a desk and ignored by the router.
ALTER TABLE work ADD COLUMN at_counter boolean NOT NULL DEFAULT false;
-- Kept as typed, apart from spaces and dashes: check rules are not public everywhere.
CREATE TABLE requester_identity (
  number text PRIMARY KEY,
  requester_id uuid NOT NULL REFERENCES requester ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX requester_identity_of ON requester_identity (requester_id);`;

const DOWN = `
DROP TABLE requester_identity, counter_visit, call_up, desk_sitting, desk, centre_queue, centre;
ALTER TABLE work DROP COLUMN at_counter;`;
