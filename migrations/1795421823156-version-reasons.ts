import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Optimistic locking for reasons. */
export class VersionReasons1795421823156 implements MigrationInterface {
  name = 'VersionReasons1795421823156';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reason ADD COLUMN version integer NOT NULL DEFAULT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reason DROP COLUMN version');
  }
}
