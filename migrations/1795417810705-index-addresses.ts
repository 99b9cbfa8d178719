import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A requester's first telephone and first mail address are read with every ticket. The index allows an ordered
 * index-only scan, so that the planner does not scan all telephone numbers instead.
 */
export class IndexAddresses1795417810705 implements MigrationInterface {
  name = 'IndexAddresses1795417810705';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX requester_address_first ON requester_address (requester_id, kind, created_at, value)',
    );
    await runner.query('DROP INDEX requester_address_of');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX requester_address_of ON requester_address (requester_id)');
    await runner.query('DROP INDEX requester_address_first');
  }
}
