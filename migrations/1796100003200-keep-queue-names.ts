import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The name that the PBX gave the queue of a call, which may be none of ours. */
export class KeepQueueNames1796100003200 implements MigrationInterface {
  name = 'KeepQueueNames1796100003200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE interaction ADD COLUMN queue_named text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE interaction DROP COLUMN queue_named');
  }
}
