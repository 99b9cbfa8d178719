import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The append-only audit trail. Each entry has a link: a MAC over itself and the link before it. */
export class AddAuditTrail1795418701978 implements MigrationInterface {
  name = 'AddAuditTrail1795418701978';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TRAIL, FINAL]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry; DROP TABLE audit_head; DROP FUNCTION audit_is_final;');
  }
}

const TRAIL = `
CREATE TABLE audit_entry (
  seq bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  -- no foreign keys: an entry stays even if the records it mentions are deleted
  actor_id uuid,
  action text NOT NULL,
  target_kind text NOT NULL,
  target_id text,
  detail jsonb NOT NULL,
  link bytea NOT NULL
);
CREATE INDEX audit_entry_recent ON audit_entry (at, seq);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, at, seq) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_entry_by_action ON audit_entry (action, at, seq);
CREATE INDEX audit_entry_by_target ON audit_entry (target_kind, target_id, at, seq);
-- The head of the trail; one row, locked for every append.
CREATE TABLE audit_head (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  seq bigint NOT NULL,
  link bytea NOT NULL,
  seal bytea
);
INSERT INTO audit_head (seq, link) VALUES (0, '');`;

// ENABLE ALWAYS: fires even in sessions that have disabled ordinary triggers.
const FINAL = `
CREATE FUNCTION audit_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail cannot be changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_is_final BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_is_final();
CREATE TRIGGER audit_entry_stays BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_final();
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_is_final;
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_stays;`;
