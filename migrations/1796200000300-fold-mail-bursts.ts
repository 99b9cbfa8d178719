import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which mail opened a ticket, so that those of one sender can be counted. */
export class FoldMailBursts1796200000300 implements MigrationInterface {
  name = 'FoldMailBursts1796200000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE inbound_mail ADD COLUMN opened boolean NOT NULL DEFAULT false;
CREATE INDEX inbound_mail_opened ON inbound_mail (sender, received_at) WHERE opened;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inbound_mail DROP COLUMN opened');
  }
}
