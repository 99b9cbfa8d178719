import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The presence of an agent on a day is read from the changes of that day. */
export class FindPresenceByTime1797100000200 implements MigrationInterface {
  name = 'FindPresenceByTime1797100000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX presence_history_by_time ON presence_history (staff_id, at, id)');
    await runner.query('DROP INDEX presence_history_of');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX presence_history_of ON presence_history (staff_id, id)');
    await runner.query('DROP INDEX presence_history_by_time');
  }
}
