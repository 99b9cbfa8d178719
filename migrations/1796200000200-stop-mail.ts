import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses whose owner reported our mail as abuse: nothing is mailed there. */
export class StopMail1796200000200 implements MigrationInterface {
  name = 'StopMail1796200000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE address_reach ADD COLUMN mail_stopped_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE address_reach DROP COLUMN mail_stopped_at');
  }
}
