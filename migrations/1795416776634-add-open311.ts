import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Services with questions, published through Open311, and the API keys of Open311 clients. */
export class AddOpen3111795416776634 implements MigrationInterface {
  name = 'AddOpen3111795416776634';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [CATALOGUE, KEYS, REQUESTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE open311_filing; DROP TABLE open311_update; DROP TABLE open311_request; DROP TABLE open311_key;
      ALTER TABLE service DROP COLUMN open311, DROP COLUMN group_ar, DROP COLUMN group_en,
        DROP COLUMN attributes, DROP COLUMN version;
      ALTER TABLE entity DROP COLUMN version;`);
  }
}

// A service without a value in open311 is not published there, and its tickets are not public.
const CATALOGUE = `
ALTER TABLE service
  ADD COLUMN open311 text CHECK (open311 IN ('realtime','batch','blackbox')),
  ADD COLUMN group_ar text NOT NULL DEFAULT '',
  ADD COLUMN group_en text NOT NULL DEFAULT '',
  ADD COLUMN attributes jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(attributes) = 'array'),
  ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE entity ADD COLUMN version integer NOT NULL DEFAULT 1;`;

const KEYS = `
CREATE TABLE open311_key (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  key_hash bytea NOT NULL UNIQUE,
  staff_id uuid NOT NULL REFERENCES staff,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);`;

const REQUESTS = `
-- The public part of a request filed through Open311; who filed it is stored only on the ticket.
CREATE TABLE open311_request (
  ticket_id bigint PRIMARY KEY REFERENCES ticket,
  key_id uuid NOT NULL REFERENCES open311_key,
  -- decided when it was filed: a blackbox request never becomes public
  public boolean NOT NULL,
  token uuid UNIQUE,
  description text NOT NULL,
  address_id text,
  media_url text,
  account_id text,
  answers jsonb NOT NULL DEFAULT '{}',
  filed_at timestamptz NOT NULL
);
CREATE INDEX open311_request_recent ON open311_request (filed_at DESC, ticket_id DESC) WHERE public;
-- The public history of such a request, in order.
CREATE TABLE open311_update (
  id text PRIMARY KEY,
  ticket_id bigint NOT NULL REFERENCES open311_request,
  at timestamptz NOT NULL,
  status text NOT NULL,
  message_id uuid REFERENCES message
);
CREATE INDEX open311_update_recent ON open311_update (at DESC, id DESC);
CREATE INDEX open311_update_of_ticket ON open311_update (ticket_id, at DESC);
-- The same content from the same client within minutes is a repeated request.
CREATE TABLE open311_filing (
  key_id uuid NOT NULL REFERENCES open311_key,
  content_hash bytea NOT NULL,
  ticket_id bigint REFERENCES ticket,
  filed_at timestamptz NOT NULL,
  PRIMARY KEY (key_id, content_hash)
);
CREATE INDEX open311_filing_age ON open311_filing (filed_at);`;
