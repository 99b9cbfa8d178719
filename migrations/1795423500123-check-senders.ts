import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The network origin of a mail, and when its sender is to be verified. */
export class CheckSenders1795423500123 implements MigrationInterface {
  name = 'CheckSenders1795423500123';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE inbound_mail ADD COLUMN client jsonb;
ALTER TABLE inbound_mail ADD COLUMN check_at timestamptz;
CREATE INDEX inbound_mail_unchecked ON inbound_mail (check_at) WHERE check_at IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inbound_mail DROP COLUMN client, DROP COLUMN check_at;');
  }
}
