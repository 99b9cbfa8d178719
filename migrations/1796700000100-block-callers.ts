import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers whose calls are rejected, each until a time or until it is removed. */
export class BlockCallers1796700000100 implements MigrationInterface {
  name = 'BlockCallers1796700000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE blocked_caller (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE CHECK (number ~ '^\\+?[0-9]{3,40}$'),
  reason text NOT NULL,
  staff_id uuid NOT NULL REFERENCES staff,
  created_at timestamptz NOT NULL DEFAULT now(),
  until timestamptz
)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE blocked_caller');
  }
}
