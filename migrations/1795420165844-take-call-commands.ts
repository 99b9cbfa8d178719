import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Call commands of agents, for the process that has the connection to the exchange. */
export class TakeCallCommands1795420165844 implements MigrationInterface {
  name = 'TakeCallCommands1795420165844';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE call_command (
  id uuid PRIMARY KEY,
  interaction_id uuid NOT NULL REFERENCES interaction,
  action text NOT NULL,
  target text,
  asked_by uuid NOT NULL REFERENCES staff,
  asked_at timestamptz NOT NULL,
  taken_at timestamptz,
  fault text
);
CREATE INDEX call_command_waiting ON call_command (asked_at) WHERE taken_at IS NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE call_command');
  }
}
