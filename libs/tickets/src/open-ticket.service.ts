import { Inject, Injectable } from '@nestjs/common';
import type { Channel, Priority, TicketKind } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { Catalogue, type QueueRow, type ServiceRow } from '#wasl/directory';
import { type IdempotencyClaim, once, type Tx, UnitOfWork } from '#wasl/platform';
import { MatchRequester, type Requester, type RequesterInput } from '#wasl/requesters';
import { type Actor, requesterActor } from './actor.js';
import { Attachments } from './attachments.service.js';
import { formatTicketNumber } from './domain/ticket-number.js';
import { type Promised, Promises } from './promises.js';
import { TicketNumbering } from './ticket-numbering.js';
import { TicketReactions } from './ticket-reactions.js';
import type { TicketState } from './ticket-state.js';
import { type TicketView, toTicketView } from './ticket-view.js';

export interface OpenTicketInput {
  subject: string;
  description: string;
  kind?: TicketKind | null;
  priority?: Priority | null;
  /** key; by default the service's queue, else the first */
  queue?: string | null;
  /** code */
  service?: string | null;
  language?: string | null;
  channel: Channel;
  requester: RequesterInput | { id: string };
  location?: { lat?: number | null; long?: number | null; address?: string | null } | null;
  tags?: string[] | null;
  /** ids of attachments uploaded beforehand and used by nobody */
  attachments?: string[] | null;
  /** who uploaded them; null for the public */
  uploader?: string | null;
  interactionId?: string;
  /** false when nobody contacted us: a ticket taken out of another */
  isContact?: boolean;
  takenBy?: string;
}

export interface OpenOptions {
  /** without one, the requester acts */
  actor?: Actor;
  claim?: IdempotencyClaim;
  /** further rows of the channel (a mail's Message-ID), in the same transaction */
  also?: (tx: Tx, ticket: { id: string; number: string; requesterId: string }) => Promise<void>;
}

/** Opens a ticket: requester, ticket, history, and whatever reacts (interaction, work, clocks), all or nothing. */
@Injectable()
export class OpenTicket {
  constructor(
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(MatchRequester) private readonly requesters: MatchRequester,
    @Inject(TicketNumbering) private readonly numbering: TicketNumbering,
    @Inject(TicketReactions) private readonly reactions: TicketReactions,
    @Inject(Promises) private readonly promises: Promises,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** @throws not_found `queue.not_found`; invalid at `service`, `requester.phone` or `attachments` */
  async open(input: OpenTicketInput, options: OpenOptions = {}): Promise<TicketView> {
    const place = await this.placeOf(input);
    return this.work.run((tx) => once(tx, options.claim, () => this.openIn(tx, input, options, place)));
  }

  /** The same inside a transaction of the caller's. */
  async openWithin(
    tx: Tx,
    input: OpenTicketInput,
    options: Omit<OpenOptions, 'claim'> = {},
  ): Promise<TicketView> {
    return this.openIn(tx, input, options, await this.placeOf(input));
  }

  private async placeOf(input: OpenTicketInput): Promise<Place> {
    const service = input.service ? await this.catalogue.serviceByCode(input.service) : null;
    const queue = input.queue
      ? await this.catalogue.queueByKey(input.queue)
      : service
        ? await this.catalogue.queueById(service.queueId)
        : await this.catalogue.defaultQueue();
    const entity = service && (await this.catalogue.entities()).find((row) => row.id === service.entityId);
    return { service, queue, entity: entity?.key ?? null };
  }

  private async openIn(
    tx: Tx,
    input: OpenTicketInput,
    options: OpenOptions,
    place: Place,
  ): Promise<TicketView> {
    // Asked for together, they share a round trip.
    const [requester, ids] = await Promise.all([
      'id' in input.requester
        ? this.requesters.byId(tx, input.requester.id)
        : this.requesters.match(tx, { ...input.requester, language: input.language }),
      this.numbering.next(tx),
    ]);
    const draft = this.draft(tx, input, place, requester, ids);
    const actor = options.actor ?? requesterActor(requester.id);
    insertTicket(tx, draft, actor);
    draft.promised.keep(tx, ids.id);
    if (input.attachments?.length) {
      await this.attachments.bind(tx, input.attachments, {
        ticketId: ids.id,
        uploader: input.uploader ?? null,
      });
    }
    await options.also?.(tx, { ...ids, requesterId: requester.id });
    const number = formatTicketNumber(ids.number);
    tx.emit('ticket.created', {
      ticketId: ids.id,
      number,
      queue: place.queue.key,
      channel: draft.state.channel,
      priority: draft.state.priority,
    });
    await this.reactions.opened(tx, {
      ticket: draft.state,
      actor,
      interactionId: input.interactionId,
      isContact: input.isContact ?? true,
      takenBy: input.takenBy,
    });
    return viewOf(draft, requester, place);
  }

  private draft(tx: Tx, input: OpenTicketInput, place: Place, requester: Requester, ids: Ids): Draft {
    const kind = input.kind ?? place.service?.kind ?? 'enquiry';
    const priority = input.priority ?? 'normal';
    const promised = this.promises.promise({
      kind,
      priority,
      audience: requester.audience,
      serviceId: place.service?.id ?? null,
      firstResponseMinutes: place.service?.firstResponseMinutes ?? null,
      resolutionMinutes: place.service?.resolutionMinutes ?? null,
      from: tx.now,
    });
    return {
      subject: input.subject,
      description: input.description,
      serviceId: place.service?.id ?? null,
      lat: input.location?.lat ?? null,
      long: input.location?.long ?? null,
      address: input.location?.address ?? null,
      tags: input.tags ?? [],
      now: tx.now,
      promised,
      state: {
        ...ids,
        kind,
        status: 'new',
        pendingOn: null,
        priority,
        channel: input.channel,
        language: input.language ?? this.country.languages[0]!,
        queueId: place.queue.id,
        queueKey: place.queue.key,
        assigneeId: null,
        requesterId: requester.id,
        firstRespondedAt: null,
        firstResponseDueAt: promised.firstResponseDueAt,
        resolutionDueAt: promised.resolutionDueAt,
        closedAt: null,
        mergedIntoId: null,
        version: 1,
      },
    };
  }
}

interface Place {
  service: ServiceRow | null;
  queue: QueueRow;
  entity: string | null;
}
interface Ids {
  id: string;
  number: string;
}
interface Draft {
  state: TicketState;
  subject: string;
  description: string;
  serviceId: string | null;
  lat: number | null;
  long: number | null;
  address: string | null;
  tags: string[];
  now: Date;
  promised: Promised;
}

function insertTicket(tx: Tx, draft: Draft, actor: Actor): void {
  const { state } = draft;
  tx.insert(
    `INSERT INTO ticket (id, number, subject, description, kind, status, priority, channel, language, queue_id,
       service_id, requester_id, lat, long, address, tags, created_at, updated_at, first_response_due_at,
       resolution_due_at)
     VALUES ($1, $2, $3, $4, $5, 'new', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16, $17, $18)`,
    [
      state.id,
      state.number,
      draft.subject,
      draft.description,
      state.kind,
      state.priority,
      state.channel,
      state.language,
      state.queueId,
      draft.serviceId,
      state.requesterId,
      draft.lat,
      draft.long,
      draft.address,
      draft.tags,
      draft.now,
      state.firstResponseDueAt,
      state.resolutionDueAt,
    ],
  );
  tx.insert(
    `INSERT INTO history (ticket_id, at, actor_kind, actor_id, type, data)
     VALUES ($1, $2, $3, $4, 'opened', jsonb_build_object('channel', $5::text))`,
    [state.id, draft.now, actor.kind, actor.id, state.channel],
  );
}

/** The answer, from what was just written: it needs no reading back. */
function viewOf(draft: Draft, requester: Requester, place: Place): TicketView {
  const { state } = draft;
  return toTicketView({
    ...draft,
    id: state.id,
    number: state.number,
    kind: state.kind,
    status: state.status,
    pending_on: null,
    priority: state.priority,
    channel: state.channel,
    language: state.language,
    queue: place.queue.key,
    entity: place.entity,
    service: place.service?.code ?? null,
    assignee_id: null,
    assignee_name: null,
    requester_id: requester.id,
    requester_name: requester.name,
    audience: requester.audience,
    phone: requester.phone,
    email: requester.email,
    created_at: draft.now,
    updated_at: draft.now,
    first_response_due_at: state.firstResponseDueAt,
    resolution_due_at: state.resolutionDueAt,
    resolved_at: null,
    closed_at: null,
    merged_into: null,
    version: state.version,
  });
}
