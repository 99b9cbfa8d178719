import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts get service, entity and agent, and sums are also kept by each of these dimensions. */
export class BreakDownMeasures1795894989913 implements MigrationInterface {
  name = 'BreakDownMeasures1795894989913';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [FACTS, SUMS, BEFORE]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE contact_breakdown, agent_quarter;
      ALTER TABLE contact_fact DROP COLUMN service_code, DROP COLUMN entity_key, DROP COLUMN agent_id;
      ALTER TABLE settlement DROP COLUMN service_code, DROP COLUMN entity_key, DROP COLUMN agent_id;`);
  }
}

const FACTS = `
ALTER TABLE contact_fact ADD COLUMN service_code text, ADD COLUMN entity_key text, ADD COLUMN agent_id uuid;
ALTER TABLE settlement ADD COLUMN service_code text, ADD COLUMN entity_key text, ADD COLUMN agent_id uuid;`;

// Empty: without a service and so without an entity, or recorded before this migration.
const SUMS = `
CREATE TABLE contact_breakdown (
  dimension text NOT NULL CHECK (dimension IN ('entity', 'service', 'agent')),
  starts_at timestamptz NOT NULL,
  value text NOT NULL,
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
  PRIMARY KEY (dimension, starts_at, value, live)
);
CREATE TABLE agent_quarter (
  starts_at timestamptz NOT NULL,
  agent_id uuid NOT NULL,
  available_ms bigint NOT NULL,
  handling_ms bigint NOT NULL,
  not_ready_ms bigint NOT NULL,
  PRIMARY KEY (starts_at, agent_id)
);`;

// Earlier sums are assigned to the empty service, so that the parts still add up to the total.
const BEFORE = `
INSERT INTO contact_breakdown
SELECT d.dimension, q.starts_at, '', q.live, sum(offered), sum(answered), sum(answered_in_threshold), sum(abandoned),
       sum(abandoned_in_threshold), sum(short_abandoned), sum(wait_ms), sum(handled), sum(timed), sum(talk_ms),
       sum(hold_ms), sum(wrap_up_ms), sum(transferred), sum(settled), sum(reopened), sum(rated), sum(satisfied)
  FROM contact_quarter q CROSS JOIN (VALUES ('entity'), ('service')) AS d (dimension)
 GROUP BY d.dimension, q.starts_at, q.live;
INSERT INTO agent_quarter
SELECT start, agent_id, coalesce(sum(ms) FILTER (WHERE state = 'available'), 0),
       coalesce(sum(ms) FILTER (WHERE state IN ('busy', 'wrap_up')), 0),
       coalesce(sum(ms) FILTER (WHERE state = 'not_ready'), 0)
  FROM presence_fact f
 CROSS JOIN LATERAL generate_series(date_bin('15 minutes', f.from_at, '2000-01-01Z'),
                                    f.to_at - interval '1 microsecond', interval '15 minutes') AS start
 CROSS JOIN LATERAL (SELECT round(extract(epoch FROM least(f.to_at, start + interval '15 minutes')
                                                   - greatest(f.from_at, start)) * 1000) AS ms) piece
 WHERE f.state <> 'offline' AND cardinality(f.queues) > 0 GROUP BY start, agent_id;`;
