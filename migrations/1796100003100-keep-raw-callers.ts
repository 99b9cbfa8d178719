import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The caller's digits as the PBX sent them, beside how we understood them: they may be of no numbering plan.
 */
export class KeepRawCallers1796100003100 implements MigrationInterface {
  name = 'KeepRawCallers1796100003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE interaction ADD COLUMN from_raw text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE interaction DROP COLUMN from_raw');
  }
}
