import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The time of agents is shared between the written items that they have: handle time and occupancy know all channels. */
export class TimeWrittenWork1797200000100 implements MigrationInterface {
  name = 'TimeWrittenWork1797200000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contact_quarter ADD COLUMN work_ms bigint NOT NULL DEFAULT 0;
      ALTER TABLE contact_breakdown ADD COLUMN work_ms bigint NOT NULL DEFAULT 0;
      ALTER TABLE agent_now ADD COLUMN counted_to timestamptz, ADD COLUMN shared_to timestamptz,
        ADD COLUMN held jsonb NOT NULL DEFAULT '{}';`);
    // What agents have now is timed from now on.
    await runner.query(`
      UPDATE agent_now a SET counted_to = since, shared_to = now(), held = coalesce(
        (SELECT jsonb_object_agg(w.ticket_id, jsonb_build_object('ms', 0, 'isPaused', t.status = 'pending'))
           FROM work w JOIN ticket t ON t.id = w.ticket_id
          WHERE w.agent_id = a.agent_id AND w.state = 'assigned' AND w.interaction_id IS NULL), '{}')`);
    await runner.query(`
      ALTER TABLE agent_now ALTER COLUMN counted_to SET NOT NULL, ALTER COLUMN shared_to SET NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agent_now DROP COLUMN counted_to, DROP COLUMN shared_to, DROP COLUMN held;
      ALTER TABLE contact_breakdown DROP COLUMN work_ms;
      ALTER TABLE contact_quarter DROP COLUMN work_ms;`);
  }
}
