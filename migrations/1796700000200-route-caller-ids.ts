import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which number the called see, by destination. */
export class RouteCallerIds1796700000200 implements MigrationInterface {
  name = 'RouteCallerIds1796700000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE outbound_route (
  pattern text PRIMARY KEY,
  caller_id text NOT NULL,
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now()
)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbound_route');
  }
}
