import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tickets are found by telephone numbers, mail addresses and references, for which the index needs other tokens. It is
 * written anew in the background, from the newest ticket on; rows that were not reached yet are found as before.
 */
export class RebuildSearchIndex1796500000100 implements MigrationInterface {
  name = 'RebuildSearchIndex1796500000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
INSERT INTO setting (key, value, updated_at)
SELECT 'search-index', jsonb_build_object('pass', 'all', 'before', (last + 1)::text, 'from', (last + 1)::text, 'since', now()), now()
  FROM (SELECT coalesce(max(id), 0) AS last FROM ticket) t
ON CONFLICT (key) DO NOTHING`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM setting WHERE key = 'search-index'`);
  }
}
