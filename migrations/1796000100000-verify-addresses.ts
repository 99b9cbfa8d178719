import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Addresses get a state, and what was given with a filing belongs to its ticket (`ticket_contact`).
 *
 * Until now any address named in a filing was added to whoever had the other one, so rows do not say who put them there.
 * What is known of the past decides:
 * - An address from which mail or a text was received, from which a call was answered, or which was written down by
 *   staff as they opened a ticket, is verified. An unanswered call left a number that contacted us, but proved nothing.
 * - Everything else is claimed. Claimed addresses no longer match, so one added by a stranger has no effect.
 * - Each ticket keeps the mail address and the telephone number to which its answers went. For that ticket they count as
 *   verified when the address is, when it was given with that very ticket, or when the requester began with it. An
 *   unproved address that was added to a requester later is what a takeover looks like: it stays the ticket's contact,
 *   but is first asked to confirm, so an honest owner is told that there is an answer and a stranger reads none.
 * - Tracking codes of existing tickets stay valid: without a salt they are derived as before.
 *
 * Processes of the version before write requesters under a key that is gone: replace all of them together. What they
 * receive meanwhile is refused for the moment (503, or 4xx to mail), never lost. Going back keeps one requester for each
 * address, the one who is found by it, and forgets claims of others.
 */
export class VerifyAddresses1796000100000 implements MigrationInterface {
  name = 'VerifyAddresses1796000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [REACH, STATES, PROOFS, KEYS, CONTACTS, FILL_MAIL, FILL_PHONE, CODES])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const REACH = `
-- Deliverability and text opt-out of an address, independent of the requester who uses it.
CREATE TABLE address_reach (
  kind text NOT NULL CHECK (kind IN ('phone','email')),
  value text NOT NULL,
  undeliverable_at timestamptz,
  texts_stopped_at timestamptz,
  PRIMARY KEY (kind, value)
);
INSERT INTO address_reach (kind, value, undeliverable_at, texts_stopped_at)
SELECT kind, value, undeliverable_at, texts_stopped_at FROM requester_address
 WHERE undeliverable_at IS NOT NULL OR texts_stopped_at IS NOT NULL;
ALTER TABLE requester_address DROP COLUMN undeliverable_at, DROP COLUMN texts_stopped_at`;

const STATES = `
ALTER TABLE requester_address
  ADD COLUMN state text NOT NULL DEFAULT 'claimed' CHECK (state IN ('claimed','verified','refused')),
  -- sender: a contact came from it; given: somebody typed it
  ADD COLUMN origin text NOT NULL DEFAULT 'given' CHECK (origin IN ('given','sender')),
  ADD COLUMN proved_by text,
  ADD COLUMN state_at timestamptz,
  ADD CHECK ((state = 'verified') = (proved_by IS NOT NULL))`;

const PROOFS = `
UPDATE requester_address a SET state = 'verified', proved_by = 'before_upgrade', state_at = a.created_at, origin = 'sender'
  FROM (SELECT DISTINCT 'email' AS kind, sender AS value FROM inbound_mail WHERE state IN ('accepted','released')
        UNION SELECT DISTINCT 'phone', sender FROM inbound_text
        UNION SELECT DISTINCT 'phone', from_number FROM interaction
               WHERE channel = 'phone' AND direction = 'in' AND answered_at IS NOT NULL) seen
 WHERE a.kind = seen.kind AND a.value = seen.value;
UPDATE requester_address a SET state = 'verified', proved_by = 'before_upgrade', state_at = a.created_at
  FROM ticket t JOIN history h ON h.ticket_id = t.id AND h.type = 'opened' AND h.actor_kind = 'staff'
 WHERE t.requester_id = a.requester_id AND t.created_at = a.created_at AND a.state = 'claimed';
UPDATE requester_address a SET origin = 'sender'
  FROM interaction i
 WHERE i.channel = 'phone' AND i.direction = 'in' AND a.kind = 'phone' AND a.value = i.from_number AND a.state = 'claimed'`;

const KEYS = `
ALTER TABLE requester_address DROP CONSTRAINT requester_address_pkey;
ALTER TABLE requester_address ADD PRIMARY KEY (requester_id, kind, value);
-- The requester identified by an address: the one who verified it, or whose own messages came from it. Addresses
-- that were only typed may belong to any number of requesters.
CREATE UNIQUE INDEX requester_address_identifies ON requester_address (kind, value)
  WHERE state = 'verified' OR (state = 'claimed' AND origin = 'sender');
CREATE INDEX requester_address_by_value ON requester_address (kind, value);
DROP INDEX requester_address_first`;

const CONTACTS = `
CREATE TABLE ticket_contact (
  id uuid PRIMARY KEY,
  ticket_id bigint NOT NULL REFERENCES ticket,
  -- a participant may write on the ticket, but gets no notices
  role text NOT NULL DEFAULT 'requester' CHECK (role IN ('requester','participant')),
  kind text NOT NULL CHECK (kind IN ('phone','email')),
  value text NOT NULL,
  state text NOT NULL CHECK (state IN ('claimed','verified','refused')),
  origin text NOT NULL CHECK (origin IN ('given','sender')),
  proved_by text,
  created_at timestamptz NOT NULL,
  state_at timestamptz NOT NULL,
  -- the member of staff who confirmed or refused it last
  state_by uuid REFERENCES staff,
  -- one-time codes by which it is confirmed: how many were made, and how often the last one was mistyped
  confirm_round smallint NOT NULL DEFAULT 0,
  confirm_tries smallint NOT NULL DEFAULT 0,
  -- keyed digests of the network it was given from and of what was filed with it, for the limits on unverified addresses
  source bytea,
  content bytea,
  UNIQUE (ticket_id, kind, value),
  CHECK ((state = 'verified') = (proved_by IS NOT NULL))
);
CREATE INDEX ticket_contact_by_value ON ticket_contact (kind, value, ticket_id DESC)`;

/** The address from which the requester last wrote on the ticket, else their first: as answers were sent until now. */
const FILL_MAIL = `
INSERT INTO ticket_contact (id, ticket_id, kind, value, state, origin, proved_by, created_at, state_at)
SELECT gen_random_uuid(), t.id, 'email', a.value, x.state, a.origin,
       CASE WHEN x.state = 'verified' THEN 'before_upgrade' END, t.created_at, t.created_at
  FROM ticket t
  JOIN requester r ON r.id = t.requester_id
  LEFT JOIN LATERAL (
    SELECT array_agg(i.sender ORDER BY i.received_at DESC) AS senders
      FROM mail_thread m JOIN inbound_mail i ON i.message_id = m.message_id WHERE m.ticket_id = t.id) w ON true
  CROSS JOIN LATERAL (
    SELECT * FROM requester_address ra WHERE ra.requester_id = t.requester_id AND ra.kind = 'email'
     ORDER BY array_position(w.senders, ra.value), ra.created_at, ra.value LIMIT 1) a
  CROSS JOIN LATERAL (SELECT CASE WHEN a.state = 'verified' OR a.created_at IN (t.created_at, r.created_at)
                                  THEN 'verified' ELSE 'claimed' END AS state) x`;

const FILL_PHONE = `
INSERT INTO ticket_contact (id, ticket_id, kind, value, state, origin, proved_by, created_at, state_at)
SELECT gen_random_uuid(), t.id, 'phone', a.value, x.state, a.origin,
       CASE WHEN x.state = 'verified' THEN 'before_upgrade' END, t.created_at, t.created_at
  FROM ticket t
  JOIN requester r ON r.id = t.requester_id
  CROSS JOIN LATERAL (
    SELECT ra.* FROM requester_address ra
      LEFT JOIN LATERAL (SELECT max(received_at) AS at FROM inbound_text
                          WHERE ticket_id = t.id AND sender = ra.value) i ON true
     WHERE ra.requester_id = t.requester_id AND ra.kind = 'phone'
     ORDER BY i.at DESC NULLS LAST, ra.created_at, ra.value LIMIT 1) a
  CROSS JOIN LATERAL (SELECT CASE WHEN a.state = 'verified' OR a.created_at IN (t.created_at, r.created_at)
                                  THEN 'verified' ELSE 'claimed' END AS state) x`;

const CODES = `
-- Null: the code is derived from the number alone, as it was before codes could be replaced.
ALTER TABLE ticket ADD COLUMN code_salt text`;

const DOWN = `
ALTER TABLE ticket DROP COLUMN code_salt;
DROP TABLE ticket_contact;
DROP INDEX requester_address_by_value;
DROP INDEX requester_address_identifies;
DELETE FROM requester_address a USING requester_address b
 WHERE a.kind = b.kind AND a.value = b.value AND a.requester_id <> b.requester_id
   AND (NOT (a.state = 'verified' OR (a.state = 'claimed' AND a.origin = 'sender')), a.created_at, a.requester_id)
     > (NOT (b.state = 'verified' OR (b.state = 'claimed' AND b.origin = 'sender')), b.created_at, b.requester_id);
ALTER TABLE requester_address DROP CONSTRAINT requester_address_pkey;
ALTER TABLE requester_address ADD PRIMARY KEY (kind, value);
ALTER TABLE requester_address DROP COLUMN state, DROP COLUMN origin, DROP COLUMN proved_by, DROP COLUMN state_at,
  ADD COLUMN undeliverable_at timestamptz, ADD COLUMN texts_stopped_at timestamptz;
UPDATE requester_address a SET undeliverable_at = r.undeliverable_at, texts_stopped_at = r.texts_stopped_at
  FROM address_reach r WHERE r.kind = a.kind AND r.value = a.value;
DROP TABLE address_reach;
CREATE INDEX requester_address_first ON requester_address (requester_id, kind, created_at, value)`;
