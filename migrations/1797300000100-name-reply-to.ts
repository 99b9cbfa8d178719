import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Contacts that the Reply-To of a mail named: they get the answers once they are confirmed, before the address that the
 * mail came from.
 */
export class NameReplyTo1797300000100 implements MigrationInterface {
  name = 'NameReplyTo1797300000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_contact ADD COLUMN reply_to boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_contact DROP COLUMN reply_to');
  }
}
