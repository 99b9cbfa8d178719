import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The call log is searched by the number of the caller or the called. */
export class FindCallsByNumber1796700000300 implements MigrationInterface {
  name = 'FindCallsByNumber1796700000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX interaction_call_from ON interaction (from_number, started_at DESC) WHERE channel = 'phone';
CREATE INDEX interaction_call_from_raw ON interaction (from_raw, started_at DESC) WHERE channel = 'phone' AND from_number IS NULL;
CREATE INDEX interaction_call_to ON interaction (to_number, started_at DESC) WHERE channel = 'phone' AND direction = 'out'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX interaction_call_from, interaction_call_from_raw, interaction_call_to');
  }
}
