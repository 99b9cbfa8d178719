import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks work items served at a desk: the router never handled them, and dry runs must exclude them. */
export class RememberCounters1795927000000 implements MigrationInterface {
  name = 'RememberCounters1795927000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `-- Until when a counter had it; infinity: a desk served it, or may yet; null: it never was at one.
       ALTER TABLE work ADD COLUMN counter_until timestamptz;
       -- A visit and its work item have the same start time.
       UPDATE work w
          SET counter_until = CASE WHEN v.state IN ('no_show', 'released') THEN v.ended_at ELSE 'infinity' END
         FROM counter_visit v WHERE v.ticket_id = w.ticket_id AND v.came_at = w.arrived_at;`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE work DROP COLUMN counter_until');
  }
}
