import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys that must outlive SECRET_KEY. Nothing is changed here: the first process that starts derives them from the
 * key with which the database was made, so that numbers, codes and addresses stay what they are.
 */
export class KeepKeys1796000800000 implements MigrationInterface {
  name = 'KeepKeys1796000800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_key');
  }
}

const UP = `
CREATE TABLE kept_key (
  id bigint GENERATED ALWAYS AS IDENTITY,
  purpose text NOT NULL,
  -- id of the key of SECRET_KEY from which it was derived
  origin text NOT NULL,
  -- AES-256-GCM under a key from the key of SECRET_KEY that wrapped_by names
  wrapped bytea NOT NULL,
  wrapped_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- from then on this key is not accepted for the seal of the audit trail
  retired_at timestamptz,
  PRIMARY KEY (purpose, origin)
);`;
