import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Position of each collected mailbox: UIDs are meaningful only with their UIDVALIDITY. */
export class CollectMailbox1795421810658 implements MigrationInterface {
  name = 'CollectMailbox1795421810658';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE mailbox (
  key text PRIMARY KEY,
  uid_validity bigint NOT NULL,
  first_uid bigint NOT NULL,
  last_uid bigint NOT NULL,
  since timestamptz NOT NULL,
  collected_at timestamptz
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mailbox;');
  }
}
