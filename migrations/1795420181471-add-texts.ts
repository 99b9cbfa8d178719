import type { MigrationInterface, QueryRunner } from 'typeorm';

/** SMS and WhatsApp messages: inbound, outbound, and opt-outs. */
export class AddTexts1795420181471 implements MigrationInterface {
  name = 'AddTexts1795420181471';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE outgoing_text; DROP TABLE inbound_text;
      ALTER TABLE requester_address DROP COLUMN texts_stopped_at;`);
  }
}

const UP = `
-- Set when the owner texts STOP: no text is sent to this number until they text START.
ALTER TABLE requester_address ADD COLUMN texts_stopped_at timestamptz;
CREATE TABLE inbound_text (
  id uuid PRIMARY KEY,
  -- the gateway's id, which deduplicates repeated deliveries
  provider_id text NOT NULL UNIQUE,
  medium text NOT NULL CHECK (medium IN ('sms','whatsapp')),
  sender text NOT NULL,
  recipient text,
  outcome text NOT NULL CHECK (outcome IN ('opened','joined','stopped','resumed','ignored')),
  ticket_id bigint REFERENCES ticket,
  message_uuid uuid,
  -- stored only for messages without a ticket
  body text,
  received_at timestamptz NOT NULL
);
CREATE INDEX inbound_text_of_ticket ON inbound_text (ticket_id, received_at) WHERE ticket_id IS NOT NULL;
CREATE TABLE outgoing_text (
  id uuid PRIMARY KEY,
  event_id text NOT NULL,
  purpose text NOT NULL,
  ticket_id bigint REFERENCES ticket,
  medium text NOT NULL CHECK (medium IN ('sms','whatsapp')),
  recipient text NOT NULL,
  body text NOT NULL,
  segments smallint NOT NULL,
  state text NOT NULL CHECK (state IN ('queued','sending','sent','delivered','failed')),
  attempts smallint NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  last_error text,
  provider_id text UNIQUE,
  sent_at timestamptz,
  delivered_at timestamptz,
  created_at timestamptz NOT NULL,
  UNIQUE (event_id, purpose)
);
CREATE INDEX outgoing_text_due ON outgoing_text (next_attempt_at) WHERE state IN ('queued','sending');
CREATE INDEX outgoing_text_of_ticket ON outgoing_text (ticket_id, created_at) WHERE ticket_id IS NOT NULL;
CREATE INDEX outgoing_text_to ON outgoing_text (recipient, created_at);`;
