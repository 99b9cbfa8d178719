import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who leads is a lease with an epoch, so that a leader that hangs is replaced, and refused when it wakes. */
export class LeaseLeadership1797700000100 implements MigrationInterface {
  name = 'LeaseLeadership1797700000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE leader');
  }
}

// Rows are renewed every second or two and never grow: room for that on their page.
const UP = `
CREATE TABLE leader (
  name text PRIMARY KEY,
  epoch integer NOT NULL DEFAULT 0,
  holder text NOT NULL DEFAULT '',
  taken_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 50);`;
