import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A separate migration: the dispatcher locks the outbox and then offers; locking both here in reverse could deadlock. */
export class LightenOutbox1795926500000 implements MigrationInterface {
  name = 'LightenOutbox1795926500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
-- Every event passes through this table, so it has only two partial indexes: pending events and dead letters.
ALTER TABLE outbox DROP CONSTRAINT outbox_pkey;
DROP INDEX outbox_waiting;
CREATE UNIQUE INDEX outbox_waiting ON outbox (id) WHERE set_aside_at IS NULL;
CREATE UNIQUE INDEX outbox_set_aside ON outbox (id) WHERE set_aside_at IS NOT NULL;`;

const DOWN = `
DROP INDEX outbox_set_aside;
DROP INDEX outbox_waiting;
CREATE INDEX outbox_waiting ON outbox (id) WHERE set_aside_at IS NULL;
ALTER TABLE outbox ADD PRIMARY KEY (id);`;
