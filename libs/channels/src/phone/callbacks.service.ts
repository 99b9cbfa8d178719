import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone, readCallerNumber } from '#wasl/country';
import { Catalogue, type QueueRow } from '#wasl/directory';
import { invalidField, notFound, uuidv7 } from '#wasl/kernel';
import { type Tx, UnitOfWork } from '#wasl/platform';
import { MatchRequester } from '#wasl/requesters';
import {
  formatTicketNumber,
  Messages,
  OpenTicket,
  parseTicketNumber,
  SYSTEM,
  TicketReader,
} from '#wasl/tickets';
import type { CallRow } from './call-rows.js';
import { callbackText } from './domain/callback-text.js';
import { callbackNumber, waitedSeconds } from './domain/call-lifecycle.js';
import { callbackQueue, queueOfCall } from './domain/queue-of-call.js';
import { dialledNumber } from './phone-numbers.js';

/** The tag of tickets that ask for a callback. */
export const CALLBACK_TAG = 'callback';

/** A request to be called back. */
export interface CallbackRequest {
  /** in any form */
  phone: string;
  /** key of a queue; default: the first queue */
  queue?: string | null;
  /** the dialled number, when no queue is named */
  to?: string | null;
  /** the number of an existing ticket */
  ticket?: string | null;
  /** the PBX's id of the call in which it was requested */
  callId?: string | null;
  /** requested at the PBX, whose queue names may differ from ours */
  atExchange?: boolean;
}
export interface CallbackResult {
  id: string;
  ticket: string;
  /** false when a callback was already open */
  created: boolean;
}

interface CallbackDraft {
  queue: QueueRow;
  number: string;
  source: 'missed' | 'asked';
  interactionId: string | null;
  /** an existing ticket that it is about */
  ticketId: string | null;
  say: (language: string) => { subject: string; description: string; again: string };
}

/** Callbacks: for missed calls, and for callers who asked for one. */
@Injectable()
export class Callbacks {
  constructor(
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(MatchRequester) private readonly requesters: MatchRequester,
    @Inject(OpenTicket) private readonly tickets: OpenTicket,
    @Inject(Messages) private readonly messages: Messages,
    @Inject(TicketReader) private readonly reader: TicketReader,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Creates the callback of a missed call, which must be locked and stored and have no ticket. */
  async createForMissedCall(tx: Tx, { id: interactionId, call }: CallRow, queue: QueueRow): Promise<void> {
    const number = callbackNumber(call)!;
    const waited = waitedSeconds(call, tx.now);
    const say = (language: string) =>
      callbackText(language, { from: number, to: call.to, waitedSeconds: waited });
    await this.createOrAppend(tx, { queue, number, source: 'missed', interactionId, ticketId: null, say });
  }

  /**
   * A caller requests a callback, through an agent or the keypad.
   * @throws invalid at `phone`, `queue`; not_found `ticket.not_found`
   */
  async request(request: CallbackRequest): Promise<CallbackResult> {
    const given = readCallerNumber(request.phone, this.country);
    // Staff can correct what they typed; a caller at a keypad cannot correct what the PBX sent.
    const number = given.number ?? (request.atExchange ? given.raw : null);
    if (!number) throw invalidField('phone', 'phone');
    const queues = await this.catalogue.queues();
    if (request.queue && !request.atExchange && !queues.some(({ key }) => key === request.queue))
      throw invalidField('queue', 'choice');
    const to = request.to ? dialledNumber(request.to, this.country) : null;
    const dialled = queueOfCall(queues, { queue: request.queue ?? null, to }, this.country.callingCode);
    const queue = callbackQueue(queues, dialled?.id ?? null);
    if (!queue) throw invalidField('queue', 'choice');
    const ticketId = request.ticket ? await this.ticketOf(request.ticket) : null;
    return this.unitOfWork.run(async (tx) => {
      const interactionId = request.callId ? await interactionOf(tx, request.callId) : null;
      const say = (language: string) => callbackText(language, { from: number, to, waitedSeconds: null });
      return this.createOrAppend(tx, { queue, number, source: 'asked', interactionId, ticketId, say });
    });
  }

  private ticketOf(number: string): Promise<string> {
    const known = parseTicketNumber(number);
    if (!known) throw notFound('ticket.not_found');
    return this.reader.idOf(known);
  }

  /**
   * A caller's number can be forged: it may identify the requester, who is then called back, but adds nothing to
   * their data. One callback for each requester and subject: somebody who calls five times is called back once, and
   * the ticket notes each call. Of two concurrent requests, the second waits for the requester's row and finds the
   * first one's callback.
   */
  private async createOrAppend(tx: Tx, draft: CallbackDraft): Promise<CallbackResult> {
    const { number, queue, interactionId } = draft;
    const requesterId = await this.requesterOf(tx, draft);
    const [known] = await tx.query<{ language: string | null }>(
      'SELECT language FROM requester WHERE id = $1 FOR NO KEY UPDATE',
      [requesterId],
    );
    const language = known?.language ?? this.country.languages[0]!;
    const text = draft.say(language);
    const matter = draft.ticketId ? `ticket:${draft.ticketId}` : `queue:${queue.key}`;
    const earlier = await openCallback(tx, requesterId, matter);
    if (earlier) {
      const { ticket } = await this.messages.bySystem(tx, earlier.ticketId, text.again);
      if (interactionId) await link(tx, interactionId, ticket.id, requesterId);
      return { id: earlier.id, ticket: formatTicketNumber(ticket.number), created: false };
    }
    const ticket = draft.ticketId
      ? await this.addToTicket(tx, draft.ticketId, text.description, interactionId, requesterId)
      : await this.openTicketFor(tx, draft, requesterId, language, text);
    const id = uuidv7(tx.now.getTime());
    tx.send(
      `INSERT INTO callback (id, ticket_id, requester_id, queue_id, matter, number, source, state, asked_at, due_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $8, $8)`,
      [id, ticket.id, requesterId, queue.id, matter, number, draft.source, tx.now],
    );
    return { id, ticket: formatTicketNumber(ticket.number), created: true };
  }

  /**
   * Digits of no numbering plan identify nobody and are no address: whoever has an open callback of the same digits is
   * taken for the same caller, and else is new. Without a row to wait for, concurrent calls wait for a lock.
   */
  private async requesterOf(tx: Tx, { number }: CallbackDraft): Promise<string> {
    if (normalizePhone(number, this.country))
      return (await this.requesters.match(tx, { phone: number }, 'sender')).id;
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('callback:' || $1, 0))`, [number]);
    const [open] = await tx.query<{ id: string }>(
      `SELECT requester_id AS id FROM callback WHERE number = $1 AND state IN ('waiting', 'calling')
        ORDER BY asked_at LIMIT 1`,
      [number],
    );
    return open?.id ?? (await this.requesters.match(tx, {}, 'sender')).id;
  }

  private async addToTicket(
    tx: Tx,
    ticketId: string,
    note: string,
    interactionId: string | null,
    requesterId: string,
  ): Promise<{ id: string; number: string }> {
    const { ticket } = await this.messages.bySystem(tx, ticketId, note);
    if (interactionId) await link(tx, interactionId, ticket.id, requesterId);
    return ticket;
  }

  private async openTicketFor(
    tx: Tx,
    { queue, number, interactionId }: CallbackDraft,
    requesterId: string,
    language: string,
    text: { subject: string; description: string },
  ) {
    const { number: written } = await this.tickets.openWithin(
      tx,
      {
        subject: text.subject,
        description: text.description,
        kind: 'request',
        queue: queue.key,
        language,
        channel: 'phone',
        requester: normalizePhone(number, this.country) ? { phone: number } : { id: requesterId },
        provenance: 'sender',
        tags: [CALLBACK_TAG],
        ...(interactionId && { interactionId }),
      },
      { actor: SYSTEM },
    );
    const [row] = await tx.query<{ id: string; number: string }>(
      'SELECT id, number FROM ticket WHERE number = $1',
      [written.replaceAll('-', '')],
    );
    return row!;
  }
}

/** The open callback, if any; one whose ticket was settled otherwise is cancelled. */
async function openCallback(
  tx: Tx,
  requesterId: string,
  matter: string,
): Promise<{ id: string; ticketId: string } | null> {
  const [row] = await tx.query<{ id: string; ticketId: string; open: boolean }>(
    `SELECT c.id, c.ticket_id AS "ticketId", t.status IN ('new', 'open', 'pending') AS open
       FROM callback c JOIN ticket t ON t.id = c.ticket_id
      WHERE c.requester_id = $1 AND c.matter = $2 AND c.state IN ('waiting', 'calling')`,
    [requesterId, matter],
  );
  if (row?.open) return row;
  if (row) {
    await tx.query(
      `UPDATE callback SET state = 'cancelled', settled_at = $2, updated_at = $2 WHERE id = $1`,
      [row.id, tx.now],
    );
  }
  return null;
}

async function interactionOf(tx: Tx, callId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    'SELECT id FROM interaction WHERE call_id = $1 AND ticket_id IS NULL FOR NO KEY UPDATE',
    [callId],
  );
  return row?.id ?? null;
}

async function link(tx: Tx, interactionId: string, ticketId: string, requesterId: string): Promise<void> {
  await tx.query(
    `UPDATE interaction SET ticket_id = $2, requester_id = coalesce(requester_id, $3), updated_at = $4 WHERE id = $1`,
    [interactionId, ticketId, requesterId, tx.now],
  );
}
