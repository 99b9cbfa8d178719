import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Webhooks: receivers outside that are told of events, the log of those events, and their deliveries. */
export class AddWebhooks1796300000100 implements MigrationInterface {
  name = 'AddWebhooks1796300000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_delivery, webhook_event, webhook_secret, webhook');
  }
}

const UP = `
CREATE TABLE webhook (
  id uuid PRIMARY KEY,
  url text NOT NULL,
  events text[] NOT NULL,
  -- tells only of tickets whose service belongs to this entity; null: of all
  entity_id uuid REFERENCES entity (id),
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  disabled_at timestamptz,
  disabled_because text CHECK (disabled_because IN ('administrator', 'failing', 'gone')),
  CHECK ((disabled_at IS NULL) = (disabled_because IS NULL))
);

CREATE TABLE webhook_secret (
  id uuid PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  -- sealed for its id
  secret bytea NOT NULL,
  -- null: the current one; another signs beside it until then
  expires_at timestamptz
);
CREATE INDEX webhook_secret_of ON webhook_secret (webhook_id);

-- What webhooks were told or may be told again; written while there is a webhook.
CREATE TABLE webhook_event (
  -- order of the events
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- the webhook-id by which receivers recognise a repetition
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  type text NOT NULL,
  -- null: a test
  ticket_id bigint,
  -- of the ticket's service at that time
  entity_id uuid,
  at timestamptz NOT NULL,
  -- as it is sent, to the byte
  body text NOT NULL
);
CREATE INDEX webhook_event_at ON webhook_event (at);

CREATE TABLE webhook_delivery (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  webhook_id uuid NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  event_seq bigint NOT NULL REFERENCES webhook_event (seq) ON DELETE CASCADE,
  -- the event's, so that earlier deliveries of a ticket are found by an index
  ticket_id bigint,
  state text NOT NULL DEFAULT 'queued'
    CHECK (state IN ('queued', 'sending', 'delivered', 'failed', 'cancelled')),
  attempts integer NOT NULL DEFAULT 0,
  -- when it is due; while it is sent, when another may take it over
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_attempt_at timestamptz,
  last_status integer,
  last_error text,
  response text,
  UNIQUE (webhook_id, event_seq)
) WITH (fillfactor = 80);
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, next_attempt_at, event_seq)
  WHERE state IN ('queued', 'sending');
CREATE INDEX webhook_delivery_pending ON webhook_delivery (webhook_id, ticket_id, event_seq)
  WHERE state IN ('queued', 'sending');
CREATE INDEX webhook_delivery_event ON webhook_delivery (event_seq);`;
