import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tickets are referred to entities: who has them, until when, and what is shared. */
export class AddReferrals1797500000100 implements MigrationInterface {
  name = 'AddReferrals1797500000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
ALTER TABLE entity
  ADD COLUMN accept_minutes integer NOT NULL DEFAULT 480 CHECK (accept_minutes > 0),
  ADD COLUMN answer_minutes integer NOT NULL DEFAULT 2400 CHECK (answer_minutes > 0),
  ADD COLUMN ladder jsonb NOT NULL DEFAULT '[]';
ALTER TABLE service ADD COLUMN proof text NOT NULL DEFAULT 'none'
  CHECK (proof IN ('none','photo','document','reading'));

CREATE TABLE referral (
  id uuid PRIMARY KEY,
  ticket_id bigint NOT NULL REFERENCES ticket,
  -- counts those of a ticket, in their order
  n integer NOT NULL,
  entity_id uuid NOT NULL REFERENCES entity,
  -- null: the whole matter
  part text,
  -- the folded title; empty: the whole matter
  part_key text NOT NULL,
  state text NOT NULL CHECK (state IN ('sent','received','accepted','completed','returned','recalled')),
  note text NOT NULL,
  share_requester text NOT NULL CHECK (share_requester IN ('none','name','contact')),
  -- null: all
  shared_messages uuid[],
  shared_attachments uuid[],
  sent_by uuid NOT NULL REFERENCES staff,
  sent_at timestamptz NOT NULL,
  received_at timestamptz,
  accepted_at timestamptz,
  accepted_by uuid REFERENCES staff,
  ended_at timestamptz,
  ended_by uuid REFERENCES staff,
  -- why it was returned or recalled
  reason text,
  -- the entity that the one who returned it holds responsible
  belongs_to uuid REFERENCES entity,
  outcome text CHECK (outcome IN ('answered','fixed','not_possible')),
  answer text,
  accept_by timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  -- what is due next: to accept, then to answer
  promised_at timestamptz NOT NULL,
  -- how often this part was returned
  returns integer NOT NULL DEFAULT 0,
  -- by decision of the arbiter: it cannot be returned
  binding boolean NOT NULL DEFAULT false,
  -- the entity asked the centre, which has not answered
  asked boolean NOT NULL DEFAULT false,
  arbiter_since timestamptz,
  decided_at timestamptz,
  decided_by uuid REFERENCES staff,
  decided_entity_id uuid REFERENCES entity,
  decision text,
  -- steps of the ladder that were taken, and when the next is due
  steps integer NOT NULL DEFAULT 0,
  next_step_at timestamptz,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CHECK ((state IN ('completed','returned','recalled')) = (ended_at IS NOT NULL))
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX referral_live ON referral (ticket_id, part_key) WHERE state IN ('sent','received','accepted');
CREATE UNIQUE INDEX referral_of_ticket ON referral (ticket_id, n);
CREATE INDEX referral_of_entity ON referral (entity_id, id);
CREATE INDEX referral_inbox ON referral (entity_id, promised_at, id) WHERE state IN ('sent','received','accepted');
CREATE INDEX referral_sent ON referral (sent_at, id);
CREATE INDEX referral_arbiter ON referral (arbiter_since, id) WHERE arbiter_since IS NOT NULL;
CREATE INDEX referral_next_step ON referral (next_step_at) WHERE next_step_at IS NOT NULL;

CREATE TABLE referral_message (
  id uuid PRIMARY KEY,
  referral_id uuid NOT NULL REFERENCES referral,
  kind text NOT NULL CHECK (kind IN ('question','answer','note')),
  by_entity boolean NOT NULL,
  author_id uuid NOT NULL REFERENCES staff,
  body text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX referral_message_of ON referral_message (referral_id, id);

-- Each step of a ladder is taken once.
CREATE TABLE referral_step (
  referral_id uuid NOT NULL REFERENCES referral,
  step integer NOT NULL,
  what text NOT NULL CHECK (what IN ('overdue','step','arbitration')),
  at timestamptz NOT NULL,
  told uuid[] NOT NULL,
  PRIMARY KEY (referral_id, step, what)
);

-- The last change of each referral, in the order in which changes were committed: written by one process at a time.
CREATE SEQUENCE referral_feed_seq;
CREATE TABLE referral_feed (
  referral_id uuid PRIMARY KEY REFERENCES referral,
  entity_id uuid NOT NULL,
  seq bigint NOT NULL,
  at timestamptz NOT NULL
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX referral_feed_order ON referral_feed (entity_id, seq);

ALTER TABLE attachment
  ADD COLUMN referral_id uuid REFERENCES referral,
  ADD COLUMN referral_message_id uuid REFERENCES referral_message;
CREATE INDEX attachment_of_referral ON attachment (referral_id) WHERE referral_id IS NOT NULL;
ALTER TABLE api_token ADD COLUMN entity_id uuid REFERENCES entity;`;

const DOWN = `
ALTER TABLE api_token DROP COLUMN entity_id;
-- Without its column a file of a referral would look like one of the first contact, which the requester sees.
UPDATE attachment SET ticket_id = NULL, message_id = NULL WHERE referral_id IS NOT NULL;
ALTER TABLE attachment DROP COLUMN referral_id, DROP COLUMN referral_message_id;
DROP TABLE referral_feed;
DROP SEQUENCE referral_feed_seq;
DROP TABLE referral_step;
DROP TABLE referral_message;
DROP TABLE referral;
ALTER TABLE service DROP COLUMN proof;
ALTER TABLE entity DROP COLUMN accept_minutes, DROP COLUMN answer_minutes, DROP COLUMN ladder;`;
