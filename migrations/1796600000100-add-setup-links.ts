import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The link that makes the first administrator of an installation without staff. Only the hash of its token is stored. */
export class AddSetupLinks1796600000100 implements MigrationInterface {
  name = 'AddSetupLinks1796600000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff_setup_link (
        token_hash bytea PRIMARY KEY,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staff_setup_link');
  }
}
