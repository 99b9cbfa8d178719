import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars, announcements and policies as data, and the clocks of tickets. */
export class PromiseByPolicy1795419723151 implements MigrationInterface {
  name = 'PromiseByPolicy1795419723151';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [CALENDARS, POLICIES, CLOCKS, CHANGES, DEFAULTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE clock_step, clock_pause, clock, sla_change, duty_officer, sla_policy, zone_change,
         calendar_announcement, calendar`,
    );
  }
}

const CALENDARS = `
CREATE TABLE calendar (
  key text PRIMARY KEY CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,39}$' AND key <> 'always'),
  name_ar text NOT NULL,
  name_en text NOT NULL,
  -- null in any of these: the value of the country profile
  zone text,
  hours jsonb,
  ramadan_hours jsonb,
  public_holidays boolean NOT NULL DEFAULT true,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now()
);
-- What was announced: the beginning of an Islamic month, or days with hours of their own (none: closed). Without a
-- calendar it holds for all that keep public holidays. Nothing is deleted: what no longer holds is withdrawn.
CREATE TABLE calendar_announcement (
  id uuid PRIMARY KEY,
  calendar text REFERENCES calendar,
  kind text NOT NULL CHECK (kind IN ('hijri_month','days')),
  hijri_year smallint, hijri_month smallint CHECK (hijri_month BETWEEN 1 AND 12), begins date,
  from_day date, to_day date, name_ar text, name_en text, hours jsonb,
  announced_by uuid REFERENCES staff,
  announced_at timestamptz NOT NULL,
  withdrawn_by uuid REFERENCES staff,
  withdrawn_at timestamptz,
  CHECK (CASE kind WHEN 'hijri_month' THEN hijri_year IS NOT NULL AND hijri_month IS NOT NULL AND begins IS NOT NULL
              ELSE from_day <= to_day AND name_ar IS NOT NULL AND name_en IS NOT NULL AND hours IS NOT NULL END)
);
CREATE TABLE zone_change (
  id uuid PRIMARY KEY,
  zone text NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz CHECK (to_at > from_at),
  offset_minutes integer NOT NULL CHECK (offset_minutes BETWEEN -840 AND 840),
  note text NOT NULL,
  announced_by uuid REFERENCES staff,
  announced_at timestamptz NOT NULL,
  withdrawn_by uuid REFERENCES staff,
  withdrawn_at timestamptz
);`;

const POLICIES = `
CREATE TABLE sla_policy (
  key text PRIMARY KEY CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name_ar text NOT NULL,
  name_en text NOT NULL,
  calendar text NOT NULL,
  service_id uuid REFERENCES service,
  kind text,
  priority text,
  audience text,
  targets jsonb NOT NULL,
  factors jsonb NOT NULL DEFAULT '{}',
  pauses jsonb NOT NULL DEFAULT '{}',
  at_risk_percent smallint NOT NULL DEFAULT 80 CHECK (at_risk_percent BETWEEN 1 AND 99),
  reopen_percent smallint NOT NULL DEFAULT 25 CHECK (reopen_percent BETWEEN 0 AND 100),
  steps jsonb NOT NULL DEFAULT '[]',
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now()
);
-- Two active policies for the same tickets would be ambiguous.
CREATE UNIQUE INDEX sla_policy_conditions ON sla_policy (service_id, kind, priority, audience) NULLS NOT DISTINCT
  WHERE active;
CREATE TABLE duty_officer (
  id uuid PRIMARY KEY,
  -- null: for queues without a duty officer of their own
  queue_id uuid REFERENCES queue ON DELETE CASCADE,
  staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  from_at timestamptz NOT NULL,
  to_at timestamptz CHECK (to_at > from_at)
);`;

const CLOCKS = `
-- Written with every ticket, so it has only one more index, partial on clocks that have something due.
CREATE TABLE clock (
  ticket_id bigint NOT NULL REFERENCES ticket,
  kind text NOT NULL CHECK (kind IN ('first_response','next_response','resolution','update')),
  round smallint NOT NULL,
  policy text NOT NULL,
  calendar text NOT NULL,
  target_seconds integer NOT NULL CHECK (target_seconds > 0),
  granted_seconds integer NOT NULL DEFAULT 0,
  at_risk_percent smallint NOT NULL,
  passed_percent smallint NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  at_risk_at timestamptz NOT NULL,
  next_at timestamptz,
  paused_for text,
  ended_at timestamptz,
  outcome text CHECK (outcome IN ('met','broken','cancelled')),
  consumed_seconds integer,
  PRIMARY KEY (ticket_id, kind, round),
  CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX clock_next ON clock (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX clock_ended ON clock (ended_at) WHERE ended_at IS NOT NULL;
CREATE TABLE clock_pause (
  ticket_id bigint NOT NULL,
  kind text NOT NULL,
  round smallint NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz,
  reason text NOT NULL CHECK (reason IN ('requester','entity','third_party','settled')),
  PRIMARY KEY (ticket_id, kind, round, from_at, reason),
  FOREIGN KEY (ticket_id, kind, round) REFERENCES clock
);
-- The row ensures that a step is carried out once.
CREATE TABLE clock_step (
  ticket_id bigint NOT NULL,
  kind text NOT NULL,
  round smallint NOT NULL,
  step text NOT NULL,
  at timestamptz NOT NULL,
  outcome text NOT NULL,
  PRIMARY KEY (ticket_id, kind, round, step),
  FOREIGN KEY (ticket_id, kind, round) REFERENCES clock
);`;

const CHANGES = `
-- Every change of the rules, and how far the clocks that run have been recomputed since.
CREATE TABLE sla_change (
  revision bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  cause text NOT NULL,
  -- null: clocks of every calendar
  calendars text[],
  at timestamptz NOT NULL,
  by_id uuid,
  run smallint NOT NULL DEFAULT 1,
  not_before timestamptz NOT NULL,
  after_ticket bigint NOT NULL DEFAULT 0,
  moved integer NOT NULL DEFAULT 0,
  done_at timestamptz
);
CREATE INDEX sla_change_open ON sla_change (revision) WHERE done_at IS NULL;`;

const DEFAULTS = `
INSERT INTO calendar (key, name_ar, name_en) VALUES ('country', 'دوام الدوائر الحكومية', 'Government working hours');
INSERT INTO sla_policy (key, name_ar, name_en, calendar, targets, factors, pauses) VALUES (
  'standard', 'الوعد المعتاد', 'Standard promise', 'country',
  '{"first_response": {"minutes": 420, "ofService": true}, "resolution": {"minutes": 2100, "ofService": true}}',
  '{"urgent": 0.25, "high": 0.5, "normal": 1, "low": 1.5}',
  '{"requester": ["resolution"], "entity": [], "third_party": ["resolution"]}');
INSERT INTO sla_change (cause, at, not_before) VALUES ('promise-by-policy', now(), now());`;
