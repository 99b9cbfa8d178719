import { Inject, Injectable } from '@nestjs/common';
import type { CallControl, CurrentCall, RecordingState, ScreenPop } from '#wasl/contracts';
import { Database } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';

type Query = Database['query'];

interface Row extends Omit<ScreenPop, 'openTickets' | 'lastContacts'> {
  openTickets: ScreenPop['openTickets'] | null;
  lastContacts: ScreenPop['lastContacts'] | null;
  answered: boolean;
  held: boolean;
  since: Date;
  recording: RecordingState;
  /** the call is at a PBX that we can control */
  commanded: boolean;
}

/**
 * Screen pops: who calls, their open tickets, their last contacts. Each method is one statement; callers that need a
 * consistent snapshot pass their own `query`. Everybody whose phone rings sees the same, so tickets of restricted
 * services are left out.
 */
@Injectable()
export class ScreenPops {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns null when there is no such interaction */
  async for(interactionId: string, query: Query = this.own): Promise<CurrentCall | null> {
    const [row] = await query<Row>(`${SELECT} WHERE i.id = $1`, [interactionId]);
    return row ? toCall(row) : null;
  }

  /** Inbound calls that ring at an agent's phone or that the agent is in, the oldest first. */
  async ringingFor(agentId: string, query: Query = this.own): Promise<CurrentCall[]> {
    const rows = await query<Row>(
      `${SELECT} WHERE i.channel = 'phone' AND i.call_id IS NOT NULL AND i.direction = 'in' AND i.ended_at IS NULL
         AND (i.transferring_to IS NULL OR i.agent_id <> $1)
         AND (CASE WHEN i.answered_at IS NULL AND cardinality(i.ringing_users) > 0
                   THEN (SELECT coalesce(extension, email) FROM staff WHERE id = $1) = ANY (i.ringing_users)
                   ELSE i.agent_id = $1 END)
        ORDER BY i.started_at, i.id LIMIT 20`,
      [agentId],
    );
    return rows.map(toCall);
  }

  /**
   * The agents whose consoles show a call: the one who has it, and all whose phones ring or rang, so that the pop
   * disappears everywhere once it is answered.
   */
  async shownTo(interactionId: string, query: Query = this.own): Promise<string[]> {
    const rows = await query<{ id: string }>(
      `SELECT s.id FROM interaction i
         JOIN staff s ON s.id = i.agent_id OR (coalesce(s.extension, s.email) = ANY (i.ringing_users) AND s.disabled_at IS NULL)
        WHERE i.id = $1`,
      [interactionId],
    );
    return rows.map((row) => row.id);
  }

  private readonly own: Query = (text, values) => this.database.query(text, values);
}

const SELECT = `
SELECT i.id AS "interactionId", i.from_number AS "from", i.from_raw AS "fromRaw", i.to_number AS "to", q.key AS queue, i.queue_named AS "queueNamed",
       CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'name', r.name, 'language', r.language) END AS requester,
       (SELECT json_agg(json_build_object('number', t.number, 'subject', t.subject, 'status', t.status,
                                          'updatedAt', t.updated_at) ORDER BY t.id DESC)
          FROM (SELECT * FROM ticket o WHERE requester_id = i.requester_id AND status IN ('new', 'open', 'pending')
                   AND NOT EXISTS (SELECT 1 FROM service v WHERE v.id = o.service_id AND v.restricted)
                 ORDER BY id DESC LIMIT 10) t) AS "openTickets",
       (SELECT json_agg(json_build_object('channel', c.channel, 'at', c.started_at, 'direction', c.direction)
                        ORDER BY c.started_at DESC)
          FROM (SELECT * FROM interaction WHERE requester_id = i.requester_id AND id <> i.id
                 ORDER BY started_at DESC LIMIT 10) c) AS "lastContacts",
       i.answered_at IS NOT NULL AS answered, i.held_since IS NOT NULL AS held, i.recording_state AS recording,
       EXISTS (SELECT 1 FROM asterisk_call a WHERE a.interaction_id = i.id AND a.bridge_id IS NOT NULL
                  AND a.left_at IS NULL) AS commanded,
       coalesce(i.answered_at, i.started_at) AS since
  FROM interaction i
  LEFT JOIN queue q ON q.id = i.queue_id
  LEFT JOIN requester r ON r.id = i.requester_id`;

const ALL_CONTROLS: CallControl[] = ['hold', 'transfer', 'hangup', 'record'];

function toCall({ answered, held, since, commanded, openTickets, lastContacts, ...row }: Row): CurrentCall {
  return {
    ...row,
    openTickets: (openTickets ?? []).map((ticket) => ({
      ...ticket,
      number: formatTicketNumber(ticket.number),
      updatedAt: inUtc(ticket.updatedAt),
    })),
    lastContacts: (lastContacts ?? []).map((contact) => ({ ...contact, at: inUtc(contact.at) })),
    state: held ? 'held' : answered ? 'active' : 'ringing',
    since: since.toISOString(),
    controls: commanded && answered ? ALL_CONTROLS : [],
  };
}

/** PostgreSQL writes times inside JSON in the session's zone. */
const inUtc = (at: string) => new Date(at).toISOString();
