import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores the original of every mail: small ones in their row, large ones with the attachments. */
export class KeepOriginalMail1795417872463 implements MigrationInterface {
  name = 'KeepOriginalMail1795417872463';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE inbound_mail ADD COLUMN raw_sha256 bytea;
ALTER TABLE inbound_mail ADD COLUMN size integer NOT NULL DEFAULT 0;
ALTER TABLE inbound_mail ADD COLUMN faults text[] NOT NULL DEFAULT '{}';
ALTER TABLE inbound_mail ADD COLUMN html boolean NOT NULL DEFAULT false;
ALTER TABLE inbound_mail ADD COLUMN checks jsonb;
CREATE INDEX inbound_mail_faulty ON inbound_mail (received_at DESC, id DESC) WHERE faults <> '{}';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE inbound_mail DROP COLUMN raw_sha256, DROP COLUMN size, DROP COLUMN faults, DROP COLUMN html, DROP COLUMN checks;`);
  }
}
