import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Entities become a tree with contacts and hours, staff get roles and groups, and restricted services name the groups
 * that may read their tickets. Whoever could read a restricted service before still can: all present staff and
 * services share a group, which administrators may narrow down.
 */
export class SeparateEntities1797000000100 implements MigrationInterface {
  name = 'SeparateEntities1797000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
ALTER TABLE entity
  ADD COLUMN kind text NOT NULL DEFAULT 'ministry' CHECK (kind IN ('ministry','authority','municipality','company')),
  ADD COLUMN parent_id uuid REFERENCES entity CHECK (parent_id <> id),
  ADD COLUMN phone text NOT NULL DEFAULT '',
  ADD COLUMN email text NOT NULL DEFAULT '',
  ADD COLUMN address text NOT NULL DEFAULT '',
  ADD COLUMN calendar text REFERENCES calendar (key);
ALTER TABLE staff DROP CONSTRAINT staff_role_check,
  ADD CONSTRAINT staff_role_check CHECK (role IN ('entity_officer','entity_supervisor','auditor','agent',
    'senior_agent','supervisor','administrator')),
  ADD COLUMN groups text[] NOT NULL DEFAULT '{}';
ALTER TABLE service ADD COLUMN reader_groups text[] NOT NULL DEFAULT '{}';
UPDATE staff SET groups = '{restricted}' WHERE EXISTS (SELECT 1 FROM service WHERE restricted);
UPDATE service SET reader_groups = '{restricted}' WHERE restricted;
INSERT INTO second_factor_role (role, is_default) VALUES ('entity_supervisor', true), ('auditor', true)
  ON CONFLICT DO NOTHING;
-- Lists of one entity are read by its services.
CREATE INDEX ticket_by_service ON ticket (service_id, id DESC) WHERE service_id IS NOT NULL;
CREATE TABLE restricted_opening (
  staff_id uuid NOT NULL REFERENCES staff,
  ticket_id bigint NOT NULL REFERENCES ticket,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (staff_id, ticket_id)
);
CREATE INDEX restricted_opening_expiry ON restricted_opening (expires_at);`;

const DOWN = `
DROP TABLE restricted_opening;
DROP INDEX ticket_by_service;
DELETE FROM second_factor_role WHERE role IN ('entity_supervisor', 'auditor');
ALTER TABLE service DROP COLUMN reader_groups;
UPDATE staff SET role = 'agent', disabled_at = coalesce(disabled_at, now())
  WHERE role IN ('entity_officer', 'entity_supervisor', 'auditor');
UPDATE staff SET role = 'agent' WHERE role = 'senior_agent';
ALTER TABLE staff DROP COLUMN groups, DROP CONSTRAINT staff_role_check,
  ADD CONSTRAINT staff_role_check CHECK (role IN ('agent','supervisor','administrator'));
ALTER TABLE entity DROP COLUMN kind, DROP COLUMN parent_id, DROP COLUMN phone, DROP COLUMN email,
  DROP COLUMN address, DROP COLUMN calendar;`;
