import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first schema. Closed lists are text with checks rather than enums: a check can be widened while the old
 * version of the system still runs. Rows that are written with every contact have as few indexes as reads need.
 */
export class CreateSpine1763870000000 implements MigrationInterface {
  name = 'CreateSpine1763870000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      EXTENSIONS,
      PEOPLE,
      DIRECTORY,
      QUEUES,
      REQUESTERS,
      TICKETS,
      WORK,
      MAIL,
      PLUMBING,
    ]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA public CASCADE; CREATE SCHEMA public;`);
  }
}

const EXTENSIONS = `CREATE EXTENSION IF NOT EXISTS pg_trgm;`;

const PEOPLE = `
CREATE TABLE staff (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  name text NOT NULL,
  password_hash text,
  role text NOT NULL CHECK (role IN ('agent','supervisor','administrator')),
  language text NOT NULL DEFAULT 'en',
  extension text UNIQUE,
  capacity_units integer NOT NULL DEFAULT 100 CHECK (capacity_units BETWEEN 0 AND 1000),
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE staff_session (
  token_hash bytea PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX staff_session_of ON staff_session (staff_id);
CREATE INDEX staff_session_expiry ON staff_session (expires_at);
CREATE TABLE sign_in_failure (
  subject text PRIMARY KEY,
  failures integer NOT NULL,
  first_at timestamptz NOT NULL,
  blocked_until timestamptz
);
CREATE TABLE api_token (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  permissions text[] NOT NULL,
  staff_id uuid NOT NULL REFERENCES staff,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);
CREATE TABLE skill (
  key text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('language','topic')),
  name_ar text NOT NULL,
  name_en text NOT NULL
);
CREATE TABLE staff_skill (
  staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  skill_key text NOT NULL REFERENCES skill ON UPDATE CASCADE,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
  PRIMARY KEY (staff_id, skill_key)
);
CREATE TABLE reason (
  key text NOT NULL,
  use text NOT NULL CHECK (use IN ('not_ready','decline','wrap_up')),
  name_ar text NOT NULL,
  name_en text NOT NULL,
  position smallint NOT NULL DEFAULT 0,
  active boolean NOT NULL DEFAULT true,
  PRIMARY KEY (use, key)
);`;

const DIRECTORY = `
CREATE TABLE entity (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE,
  name_ar text NOT NULL,
  name_en text NOT NULL,
  active boolean NOT NULL DEFAULT true
);`;

const QUEUES = `
CREATE TABLE queue (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name_ar text NOT NULL,
  name_en text NOT NULL,
  pool text NOT NULL DEFAULT 'main',
  threshold_seconds integer NOT NULL DEFAULT 20 CHECK (threshold_seconds > 0),
  offer_seconds integer NOT NULL DEFAULT 30 CHECK (offer_seconds BETWEEN 5 AND 600),
  wrap_up_seconds integer NOT NULL DEFAULT 60 CHECK (wrap_up_seconds BETWEEN 0 AND 3600),
  dial_numbers text[] NOT NULL DEFAULT '{}',
  position smallint NOT NULL DEFAULT 0,
  active boolean NOT NULL DEFAULT true
);
CREATE TABLE queue_skill (
  queue_id uuid NOT NULL REFERENCES queue ON DELETE CASCADE,
  skill_key text NOT NULL REFERENCES skill ON UPDATE CASCADE,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
  PRIMARY KEY (queue_id, skill_key)
);
CREATE TABLE agent_queue (
  staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  queue_id uuid NOT NULL REFERENCES queue ON DELETE CASCADE,
  PRIMARY KEY (staff_id, queue_id)
);
CREATE INDEX agent_queue_by_queue ON agent_queue (queue_id);
CREATE TABLE service (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  entity_id uuid NOT NULL REFERENCES entity,
  queue_id uuid NOT NULL REFERENCES queue,
  name_ar text NOT NULL,
  name_en text NOT NULL,
  description_ar text NOT NULL DEFAULT '',
  description_en text NOT NULL DEFAULT '',
  keywords text NOT NULL DEFAULT '',
  kind text NOT NULL DEFAULT 'request',
  first_response_minutes integer NOT NULL DEFAULT 480 CHECK (first_response_minutes > 0),
  resolution_minutes integer NOT NULL DEFAULT 2400 CHECK (resolution_minutes > 0),
  position smallint NOT NULL DEFAULT 0,
  active boolean NOT NULL DEFAULT true
);`;

const REQUESTERS = `
CREATE TABLE requester (
  id uuid PRIMARY KEY,
  name text,
  audience text NOT NULL CHECK (audience IN ('citizen','resident','visitor','business','anonymous')),
  language text,
  created_at timestamptz NOT NULL DEFAULT now()
);
-- An address belongs to one requester; the key prevents two concurrent contacts from creating two requesters.
CREATE TABLE requester_address (
  kind text NOT NULL CHECK (kind IN ('phone','email')),
  value text NOT NULL,
  requester_id uuid NOT NULL REFERENCES requester ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  undeliverable_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (kind, value)
);
CREATE INDEX requester_address_of ON requester_address (requester_id);`;

const TICKETS = `
CREATE SEQUENCE ticket_seq CACHE 1;
CREATE TABLE ticket (
  id bigint PRIMARY KEY,
  number char(12) NOT NULL UNIQUE,
  subject text NOT NULL,
  description text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('enquiry','complaint','suggestion','request','report')),
  status text NOT NULL CHECK (status IN ('new','open','pending','resolved','closed')),
  pending_on text CHECK (pending_on IN ('requester','entity','third_party')),
  priority text NOT NULL CHECK (priority IN ('low','normal','high','urgent')),
  channel text NOT NULL CHECK (channel IN ('phone','email','web','mobile','counter','chat','open311','api')),
  language text NOT NULL,
  queue_id uuid NOT NULL REFERENCES queue,
  service_id uuid REFERENCES service,
  assignee_id uuid REFERENCES staff,
  requester_id uuid NOT NULL REFERENCES requester,
  lat double precision, long double precision, address text,
  tags text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  first_response_due_at timestamptz,
  resolution_due_at timestamptz,
  first_responded_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  resolution text,
  version integer NOT NULL DEFAULT 1,
  CHECK ((status = 'pending') = (pending_on IS NOT NULL))
);
CREATE INDEX ticket_by_queue ON ticket (queue_id, status, id DESC);
CREATE INDEX ticket_by_assignee ON ticket (assignee_id, status, id DESC) WHERE assignee_id IS NOT NULL;
CREATE INDEX ticket_unowned ON ticket (queue_id, id DESC) WHERE assignee_id IS NULL AND status IN ('new','open');
CREATE INDEX ticket_by_requester ON ticket (requester_id, id DESC);
CREATE TABLE message (
  id uuid PRIMARY KEY,
  ticket_id bigint NOT NULL REFERENCES ticket,
  kind text NOT NULL CHECK (kind IN ('requester_message','public_reply','internal_note')),
  channel text NOT NULL,
  author_kind text NOT NULL CHECK (author_kind IN ('requester','staff','system','machine')),
  author_id uuid,
  body text NOT NULL,
  body_html text,
  created_at timestamptz NOT NULL
);
CREATE INDEX message_of_ticket ON message (ticket_id, id);
CREATE TABLE history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ticket_id bigint NOT NULL REFERENCES ticket,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id uuid,
  type text NOT NULL,
  data jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX history_of_ticket ON history (ticket_id, id);
CREATE TABLE attachment (
  id uuid PRIMARY KEY,
  sha256 bytea NOT NULL,
  name text NOT NULL,
  size integer NOT NULL CHECK (size >= 0),
  type text NOT NULL,
  ticket_id bigint REFERENCES ticket,
  message_id uuid REFERENCES message,
  content_id text,
  uploaded_by uuid,
  created_at timestamptz NOT NULL
);
CREATE INDEX attachment_of_ticket ON attachment (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX attachment_unused ON attachment (created_at) WHERE ticket_id IS NULL;
CREATE TABLE ticket_search (
  ticket_id bigint PRIMARY KEY REFERENCES ticket,
  words tsvector NOT NULL
);
CREATE INDEX ticket_search_words ON ticket_search USING gin (words);
CREATE TABLE rating (
  ticket_id bigint PRIMARY KEY REFERENCES ticket,
  score smallint NOT NULL CHECK (score BETWEEN 1 AND 5),
  comment text,
  at timestamptz NOT NULL
);
CREATE TABLE interaction (
  id uuid PRIMARY KEY,
  channel text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('in','out')),
  ticket_id bigint REFERENCES ticket,
  requester_id uuid REFERENCES requester,
  queue_id uuid REFERENCES queue,
  agent_id uuid REFERENCES staff,
  started_at timestamptz NOT NULL,
  answered_at timestamptz,
  ended_at timestamptz,
  call_id text UNIQUE,
  from_number text,
  to_number text,
  answering_number text,
  ringing_users text[] NOT NULL DEFAULT '{}',
  cause text,
  done_at timestamptz,
  wrap_up_code text,
  updated_at timestamptz NOT NULL
);
CREATE INDEX interaction_of_ticket ON interaction (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX interaction_of_requester ON interaction (requester_id, started_at DESC) WHERE requester_id IS NOT NULL;
CREATE INDEX interaction_open_calls ON interaction (agent_id) WHERE channel = 'phone' AND ended_at IS NULL;
CREATE INDEX interaction_call_log ON interaction (started_at DESC, id DESC) WHERE channel = 'phone';`;

const WORK = `
-- Work items are what the router assigns: a ticket that needs an agent, or a live call. Rows that are done stay for
-- reporting; every index that the router reads is partial, so their number does not slow it.
CREATE TABLE work (
  id uuid PRIMARY KEY,
  ticket_id bigint REFERENCES ticket,
  interaction_id uuid REFERENCES interaction,
  queue_id uuid NOT NULL REFERENCES queue,
  pool text NOT NULL,
  channel text NOT NULL,
  units smallint NOT NULL CHECK (units >= 0),
  priority text NOT NULL,
  language text,
  state text NOT NULL CHECK (state IN ('waiting','offered','assigned','done')),
  urgency_at timestamptz NOT NULL,
  waiting_since timestamptz NOT NULL,
  arrived_at timestamptz NOT NULL,
  answered_at timestamptz,
  sticky_agent_id uuid REFERENCES staff,
  agent_id uuid REFERENCES staff,
  declined_by uuid[] NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  CHECK ((state IN ('offered','assigned')) = (agent_id IS NOT NULL) OR state = 'done'),
  CHECK (ticket_id IS NOT NULL OR interaction_id IS NOT NULL)
);
CREATE UNIQUE INDEX work_open_of_ticket ON work (ticket_id) WHERE state <> 'done' AND ticket_id IS NOT NULL;
CREATE UNIQUE INDEX work_open_of_interaction ON work (interaction_id) WHERE state <> 'done' AND interaction_id IS NOT NULL;
CREATE INDEX work_waiting ON work (pool, urgency_at, id) WHERE state = 'waiting';
CREATE INDEX work_waiting_in_queue ON work (queue_id, waiting_since) WHERE state = 'waiting';
CREATE INDEX work_held ON work (agent_id) WHERE state IN ('offered','assigned');
CREATE TABLE offer (
  id uuid PRIMARY KEY,
  work_id uuid NOT NULL REFERENCES work,
  agent_id uuid NOT NULL REFERENCES staff,
  queue_id uuid NOT NULL REFERENCES queue,
  state text NOT NULL CHECK (state IN ('made','accepted','declined','expired','withdrawn')),
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  decided_at timestamptz,
  decline_reason text,
  why jsonb NOT NULL
);
CREATE UNIQUE INDEX offer_open_of_work ON offer (work_id) WHERE state = 'made';
CREATE INDEX offer_open_of_agent ON offer (agent_id) WHERE state = 'made';
CREATE INDEX offer_expiry ON offer (expires_at) WHERE state = 'made';
CREATE TABLE presence (
  staff_id uuid PRIMARY KEY REFERENCES staff ON DELETE CASCADE,
  state text NOT NULL CHECK (state IN ('offline','available','busy','wrap_up','not_ready')),
  reason text,
  since timestamptz NOT NULL,
  idle_since timestamptz NOT NULL,
  wrap_up_until timestamptz,
  next_state text,
  next_reason text,
  last_seen_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK (state <> 'not_ready' OR reason IS NOT NULL)
);
CREATE INDEX presence_wrap_up ON presence (wrap_up_until) WHERE state = 'wrap_up';
CREATE TABLE presence_history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
  state text NOT NULL,
  reason text,
  at timestamptz NOT NULL,
  by_id uuid
);
CREATE INDEX presence_history_of ON presence_history (staff_id, id);
-- Live counters of a queue on a day of the country's calendar: the running sum of work.changed and ticket events.
CREATE TABLE queue_counter (
  queue_key text NOT NULL,
  waiting integer NOT NULL DEFAULT 0,
  offered integer NOT NULL DEFAULT 0,
  handling integer NOT NULL DEFAULT 0,
  PRIMARY KEY (queue_key)
);
CREATE TABLE queue_day (
  queue_key text NOT NULL,
  day date NOT NULL,
  arrived integer NOT NULL DEFAULT 0,
  answered integer NOT NULL DEFAULT 0,
  answered_in_threshold integer NOT NULL DEFAULT 0,
  abandoned integer NOT NULL DEFAULT 0,
  abandoned_after_threshold integer NOT NULL DEFAULT 0,
  resolved integer NOT NULL DEFAULT 0,
  PRIMARY KEY (queue_key, day)
);`;

const MAIL = `
CREATE TABLE mail_thread (
  message_id text PRIMARY KEY,
  ticket_id bigint NOT NULL REFERENCES ticket,
  message_uuid uuid
);
CREATE INDEX mail_thread_of_ticket ON mail_thread (ticket_id);
CREATE TABLE inbound_mail (
  id uuid PRIMARY KEY,
  message_id text UNIQUE,
  sender text,
  automatic boolean NOT NULL DEFAULT false,
  envelope_from text NOT NULL,
  recipients text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('accepted','quarantined','released','ignored')),
  ticket_id bigint REFERENCES ticket,
  fault text,
  raw bytea,
  received_at timestamptz NOT NULL
);
CREATE INDEX inbound_mail_quarantine ON inbound_mail (received_at DESC) WHERE state = 'quarantined';
CREATE TABLE outgoing_mail (
  id uuid PRIMARY KEY,
  event_id text NOT NULL,
  purpose text NOT NULL,
  ticket_id bigint REFERENCES ticket,
  message_id text NOT NULL UNIQUE,
  recipient text NOT NULL,
  subject text NOT NULL,
  body_text text NOT NULL,
  body_html text,
  headers jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL CHECK (state IN ('queued','sending','sent','failed')),
  attempts smallint NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  last_error text,
  sent_at timestamptz,
  created_at timestamptz NOT NULL,
  UNIQUE (event_id, purpose)
);
CREATE INDEX outgoing_mail_due ON outgoing_mail (next_attempt_at) WHERE state IN ('queued','sending');
CREATE INDEX outgoing_mail_of_ticket ON outgoing_mail (ticket_id, created_at) WHERE ticket_id IS NOT NULL;
CREATE INDEX outgoing_mail_to ON outgoing_mail (recipient, created_at);`;

const PLUMBING = `
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type text NOT NULL,
  data jsonb NOT NULL,
  at timestamptz NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  set_aside_at timestamptz,
  fault text
);
-- Dispatched events are deleted; rows here are pending, or dead letters after three failures.
CREATE INDEX outbox_waiting ON outbox (id) WHERE set_aside_at IS NULL;
CREATE TABLE live_room (
  room text PRIMARY KEY,
  seq bigint NOT NULL
);
CREATE TABLE live_event (
  room text NOT NULL,
  seq bigint NOT NULL,
  type text NOT NULL,
  at timestamptz NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (room, seq)
);
CREATE INDEX live_event_age ON live_event (at);
CREATE TABLE idempotency_key (
  scope text NOT NULL,
  key text NOT NULL,
  body_hash bytea NOT NULL,
  status smallint,
  answer jsonb,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
CREATE TABLE rate_limit (
  key text PRIMARY KEY,
  hits integer NOT NULL,
  resets_at timestamptz NOT NULL
);
CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
-- Required by socket.io's PostgreSQL adapter for messages beyond NOTIFY's 8,000 bytes.
CREATE TABLE socket_io_attachments (
  id bigserial UNIQUE,
  created_at timestamptz DEFAULT now(),
  payload bytea
);`;
