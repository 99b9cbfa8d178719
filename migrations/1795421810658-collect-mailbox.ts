import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each mailbox has been collected: UIDs mean something only together with their validity. */
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
