import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Position of each external receiver of the audit trail. Each starts with the first entry. */
export class StreamAudit1796000800001 implements MigrationInterface {
  name = 'StreamAudit1796000800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_receiver');
  }
}

const UP = `
CREATE TABLE audit_receiver (
  -- kind of receiver and a digest of its address: a new address starts from the beginning
  name text PRIMARY KEY,
  -- the last entry that it has
  seq bigint NOT NULL DEFAULT 0,
  anchored_at timestamptz,
  -- lease: one process at a time sends, so that entries arrive in order
  lease uuid,
  leased_until timestamptz NOT NULL DEFAULT '-infinity',
  failures integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT '-infinity'
);`;
