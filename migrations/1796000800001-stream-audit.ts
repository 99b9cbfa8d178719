import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the audit trail was written to places outside. Each begins with the first entry; nothing is changed here. */
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
  -- the kind of place and a digest of its address: another address begins anew
  name text PRIMARY KEY,
  -- the last entry that it has
  seq bigint NOT NULL DEFAULT 0,
  anchored_at timestamptz,
  -- one process at a time sends, or entries would arrive out of order
  lease uuid,
  leased_until timestamptz NOT NULL DEFAULT '-infinity',
  failures integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT '-infinity'
);`;
