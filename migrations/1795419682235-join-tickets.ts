import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Merged tickets, and links between tickets. */
export class JoinTickets1795419682235 implements MigrationInterface {
  name = 'JoinTickets1795419682235';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The ticket that this one was merged into. It keeps its messages and number, so that a merge can be undone.
ALTER TABLE ticket ADD COLUMN merged_into_id bigint REFERENCES ticket,
  ADD CONSTRAINT ticket_not_into_itself CHECK (merged_into_id <> id);
CREATE INDEX ticket_merged_into ON ticket (merged_into_id) WHERE merged_into_id IS NOT NULL;
-- Read "this, kind, other": this duplicates, causes or is part of the other; related has no direction.
CREATE TABLE ticket_link (
  ticket_id bigint NOT NULL REFERENCES ticket,
  other_id bigint NOT NULL REFERENCES ticket,
  kind text NOT NULL CHECK (kind IN ('related','duplicates','causes','part_of')),
  created_at timestamptz NOT NULL,
  created_by uuid REFERENCES staff,
  PRIMARY KEY (ticket_id, other_id, kind),
  CHECK (ticket_id <> other_id)
);
CREATE INDEX ticket_link_of_other ON ticket_link (other_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket_link; ALTER TABLE ticket DROP COLUMN merged_into_id');
  }
}
