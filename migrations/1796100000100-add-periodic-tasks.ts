import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each periodic task is due next: workers claim a task here, so that one of them runs it. */
export class AddPeriodicTasks1796100000100 implements MigrationInterface {
  name = 'AddPeriodicTasks1796100000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE periodic_task (name text PRIMARY KEY, due_at timestamptz NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE periodic_task');
  }
}
