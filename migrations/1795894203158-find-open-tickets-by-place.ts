import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Before a ticket is created, open tickets at the same place are searched; the index is small, since few have a place. */
export class FindOpenTicketsByPlace1795894203158 implements MigrationInterface {
  name = 'FindOpenTicketsByPlace1795894203158';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ticket_open_at_place ON ticket USING gist (point(long, lat))
        WHERE lat IS NOT NULL AND long IS NOT NULL AND status IN ('new', 'open', 'pending')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ticket_open_at_place');
  }
}
