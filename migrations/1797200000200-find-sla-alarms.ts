import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Boards show the targets that are at risk or breached. Few are, so the index is small and seldom written. */
export class FindSlaAlarms1797200000200 implements MigrationInterface {
  name = 'FindSlaAlarms1797200000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX clock_alarm ON clock (due_at, ticket_id)
        WHERE ended_at IS NULL AND paused_for IS NULL AND passed_percent >= at_risk_percent`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX clock_alarm');
  }
}
