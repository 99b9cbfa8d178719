import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files are quarantined until they are scanned; the result of a failed scan is shown to staff. */
export class CheckAttachments1795420218531 implements MigrationInterface {
  name = 'CheckAttachments1795420218531';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE attachment
  ADD COLUMN state text NOT NULL DEFAULT 'clean' CHECK (state IN ('checking','clean','refused')),
  ADD COLUMN fault text,
  ADD CONSTRAINT attachment_fault_of_refused CHECK ((state = 'refused') = (fault IS NOT NULL));
CREATE INDEX attachment_to_check ON attachment (created_at, id) WHERE state = 'checking';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attachment DROP COLUMN state, DROP COLUMN fault');
  }
}
