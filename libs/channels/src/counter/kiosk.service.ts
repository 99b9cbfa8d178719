import { Inject, Injectable } from '@nestjs/common';
import type { Audience } from '#wasl/contracts';
import { Catalogue, type Centre, Centres } from '#wasl/directory';
import { beginCounterInteraction, linkTicketToInteraction } from '#wasl/interactions';
import { CLOCK, type Clock, uuidv7 } from '#wasl/kernel';
import { Database, type IdempotencyClaim, runOnce, type Tx, UnitOfWork } from '#wasl/platform';
import { CounterWork } from '#wasl/routing';
import { formatTicketNumber, OpenTicket } from '#wasl/tickets';
import { titleOf } from '../messaging/domain/title.js';
import { CounterCalendar } from './counter-calendar.js';
import { callNumberOf } from './domain/call-number.js';

export interface KioskSubmission {
  description: string;
  /** code of one of the services of the centre, or none */
  service: string | null;
  language: string;
  requester: { name: string | null; phone: string | null; audience: Audience };
  /** digest of the network address that sent the form */
  source?: string;
}

export interface KioskCentre extends Centre {
  open: boolean;
  /** ISO 8601; when it is closed and known to open again */
  opensAt: string | null;
  /** how many wait there now */
  waiting: number;
}

/** What the kiosk prints: the call number, or that the centre has closed and the ticket was opened without a visit. */
export interface KioskReceipt {
  /** grouped */
  number: string;
  callNumber: string | null;
  ahead: number;
  expectedAt: string | null;
}

/** The self-service kiosk of a centre: a short form opens a ticket that waits for a desk under a call number. */
@Injectable()
export class Kiosk {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Centres) private readonly centres: Centres,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(OpenTicket) private readonly tickets: OpenTicket,
    @Inject(CounterWork) private readonly counterWork: CounterWork,
    @Inject(CounterCalendar) private readonly days: CounterCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws not_found `centre.not_found` */
  async centre(key: string): Promise<KioskCentre> {
    const centre = await this.centres.byKey(key);
    const now = this.clock.now();
    const { open, opensAt } = this.days.opening(centre.calendar, now);
    const [row] = await this.database.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM counter_visit
        WHERE centre_id = $1 AND day = $2 AND state IN ('waiting', 'called')`,
      [centre.id, this.days.localDay(now)],
    );
    return { ...centre, open, opensAt: opensAt?.toISOString() ?? null, waiting: row!.waiting };
  }

  /** Codes of the services that this centre handles, in their order. */
  async servicesOf({ queues }: Centre): Promise<string[]> {
    const served = new Set(queues.map(({ id }) => id));
    return (await this.catalogue.services())
      .filter((service) => service.active && served.has(service.queueId))
      .sort((a, b) => a.position - b.position)
      .map(({ code }) => code);
  }

  /**
   * When the centre closes while the form is sent, the ticket is opened without a call number.
   * @returns the ticket's number, grouped.
   * @throws not_found `centre.not_found`; and as {@link OpenTicket.open}
   */
  async checkIn(centreKey: string, matter: KioskSubmission, claim?: IdempotencyClaim): Promise<string> {
    const centre = await this.centres.byKey(centreKey);
    const { open } = this.days.opening(centre.calendar, this.clock.now());
    await Promise.all([this.catalogue.warmUp(), this.counterWork.warmUp()]);
    const { number } = await this.unitOfWork.run((tx) =>
      runOnce(tx, claim, () => this.checkInWithin(tx, centre, matter, open)),
    );
    return number;
  }

  /** @param number twelve digits, of a ticket opened at a kiosk */
  async receipt(number: string): Promise<KioskReceipt | null> {
    const [row] = await this.database.query<Omit<KioskReceipt, 'number'> & { due: Date | null }>(
      `SELECT v.call_number AS "callNumber", t.resolution_due_at AS due,
              (SELECT count(*)::int FROM counter_visit o
                WHERE o.centre_id = v.centre_id AND o.day = v.day AND o.state IN ('waiting', 'called')
                  AND (o.came_at, o.id) < (v.came_at, v.id)) AS ahead
         FROM ticket t LEFT JOIN counter_visit v ON v.ticket_id = t.id AND v.call_number IS NOT NULL
        WHERE t.number = $1 AND t.channel = 'counter'`,
      [number],
    );
    if (!row) return null;
    const { callNumber, ahead, due } = row;
    return { number: formatTicketNumber(number), callNumber, ahead, expectedAt: due?.toISOString() ?? null };
  }

  private async checkInWithin(
    tx: Tx,
    centre: Centre,
    { description, service, language, requester, source }: KioskSubmission,
    open: boolean,
  ): Promise<{ number: string }> {
    const interactionId = open ? beginCounterInteraction(tx, null) : undefined;
    let ticketId = '';
    const ticket = await this.tickets.openWithin(
      tx,
      {
        subject: titleOf(description, language),
        description,
        service,
        queue: service ? null : (centre.queues[0]?.key ?? null),
        language,
        channel: 'counter',
        requester,
        provenance: 'given',
        source,
        interactionId,
      },
      { onOpened: async (_tx, made) => void (ticketId = made.id) },
    );
    if (interactionId) {
      linkTicketToInteraction(tx, interactionId, ticketId);
      this.counterWork.hold(tx, ticketId);
      await this.assignCallNumber(tx, centre, ticketId, interactionId);
    }
    return { number: ticket.number };
  }

  /** Done last, because it locks the counter of the centre until the transaction ends. */
  private async assignCallNumber(
    tx: Tx,
    centre: Centre,
    ticketId: string,
    interactionId: string,
  ): Promise<void> {
    const day = this.days.localDay(tx.now);
    const [row] = await tx.query<{ last: number }>(
      `INSERT INTO call_up (centre_id, day, last) VALUES ($1, $2, 1)
       ON CONFLICT (centre_id, day) DO UPDATE SET last = call_up.last + 1 RETURNING last`,
      [centre.id, day],
    );
    tx.send(
      `INSERT INTO counter_visit (id, centre_id, day, call_number, ticket_id, interaction_id, state, came_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7)`,
      [
        uuidv7(tx.now.getTime()),
        centre.id,
        day,
        callNumberOf(centre.letter, row!.last),
        ticketId,
        interactionId,
        tx.now,
      ],
    );
  }
}
