import { Inject, Injectable } from '@nestjs/common';
import type { Channel, Priority, TicketKind } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { Catalogue } from '#wasl/directory';
import { type IdempotencyClaim, Keys, runOnce, type Tx, UnitOfWork } from '#wasl/platform';
import {
  type RequesterAddress,
  MatchRequester,
  type Provenance,
  type Requester,
  type RequesterInput,
} from '#wasl/requesters';
import { isServiceClosedTo } from './access/closed-service.js';
import { type Actor, requesterActor } from './actor.js';
import { Attachments } from './attachments.service.js';
import { insertContacts } from './contacts/contact-store.js';
import { filingFingerprints } from './contacts/filing-fingerprints.js';
import { formatTicketNumber } from './domain/ticket-number.js';
import { SlaTargets } from './sla-targets.js';
import {
  type TicketDraft,
  type TicketIds,
  insertTicket,
  type TicketPlacement,
  ticketViewOf,
} from './ticket-draft.js';
import { TicketNumbering } from './ticket-numbering.js';
import { TicketLifecycleHooks } from './ticket-lifecycle-hooks.js';
import type { TicketView } from './ticket-view.js';

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
  /**
   * a known requester, with the contacts that staff were given or that the original ticket has; or the details of a new
   * one
   */
  requester: RequesterInput & { id?: string; contacts?: RequesterAddress[] };
  /** where the addresses come from */
  provenance: Provenance;
  /** network of the submitter, for public channels */
  source?: string | null;
  location?: { lat?: number | null; long?: number | null; address?: string | null } | null;
  tags?: string[] | null;
  /** ids of attachments uploaded beforehand and not used yet */
  attachments?: string[] | null;
  /** who uploaded them; null for the public */
  uploader?: string | null;
  interactionId?: string;
  /** false when nobody contacted us: a ticket split from another */
  isContact?: boolean;
  /** who takes it at once, unless its service is restricted to groups without them */
  takenBy?: string;
}

export interface OpenTicketOptions {
  /** when omitted, the requester acts */
  actor?: Actor;
  claim?: IdempotencyClaim;
  /** further rows of the channel (a mail's Message-ID), in the same transaction */
  onOpened?: (tx: Tx, ticket: { id: string; number: string; requesterId: string }) => Promise<void>;
}

/** Opens a ticket: requester, ticket, history and lifecycle hooks (interaction, work, clocks), all or nothing. */
@Injectable()
export class OpenTicket {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(MatchRequester) private readonly requesters: MatchRequester,
    @Inject(TicketNumbering) private readonly numbering: TicketNumbering,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
    @Inject(SlaTargets) private readonly promises: SlaTargets,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** @throws not_found `queue.not_found`; invalid at `service`, `requester.phone` or `attachments` */
  async open(input: OpenTicketInput, options: OpenTicketOptions = {}): Promise<TicketView> {
    const place = await this.placementOf(input);
    return this.unitOfWork.run((tx) =>
      runOnce(tx, options.claim, () => this.openIn(tx, input, options, place)),
    );
  }

  /** The same inside the caller's transaction. */
  async openWithin(
    tx: Tx,
    input: OpenTicketInput,
    options: Omit<OpenTicketOptions, 'claim'> = {},
  ): Promise<TicketView> {
    return this.openIn(tx, input, options, await this.placementOf(input));
  }

  private async placementOf(input: OpenTicketInput): Promise<TicketPlacement> {
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
    options: OpenTicketOptions,
    place: TicketPlacement,
  ): Promise<TicketView> {
    // Queried together to share a round trip.
    const [requester, ids] = await Promise.all([this.requesterOf(tx, input), this.numbering.next(tx)]);
    const draft = this.draft(tx, input, place, requester, ids);
    const actor = options.actor ?? requesterActor(requester.id);
    insertTicket(tx, draft, actor);
    insertContacts(tx, ids.id, requester.contacts, filingFingerprints(this.keys, input));
    draft.dueTimes.persist(tx, ids.id);
    if (input.attachments?.length) {
      await this.attachments.bind(tx, input.attachments, {
        ticketId: ids.id,
        uploader: input.uploader ?? null,
      });
    }
    await options.onOpened?.(tx, { ...ids, requesterId: requester.id });
    const number = formatTicketNumber(ids.number);
    tx.emit('ticket.created', {
      ticketId: ids.id,
      number,
      queue: place.queue.key,
      channel: draft.state.channel,
      priority: draft.state.priority,
    });
    await this.hooks.opened(tx, {
      ticket: draft.state,
      actor,
      interactionId: input.interactionId,
      isContact: input.isContact ?? true,
      takenBy: await this.takerOf(tx, input, place),
    });
    return ticketViewOf(draft, requester, place);
  }

  /** Whoever may not read what they file does not take it: it waits for those who may. */
  private async takerOf(
    tx: Tx,
    { takenBy }: OpenTicketInput,
    { service }: TicketPlacement,
  ): Promise<string | undefined> {
    if (!takenBy || !service?.restricted) return takenBy;
    return (await isServiceClosedTo(tx, service.id, takenBy)) ? undefined : takenBy;
  }

  private requesterOf(tx: Tx, { requester, provenance, language }: OpenTicketInput): Promise<Requester> {
    const { id, contacts, ...said } = requester;
    if (!id) return this.requesters.match(tx, { ...said, language }, provenance);
    return contacts ? this.requesters.withContacts(tx, id, contacts) : this.requesters.byId(tx, id, said);
  }

  private draft(
    tx: Tx,
    input: OpenTicketInput,
    place: TicketPlacement,
    requester: Requester,
    ids: TicketIds,
  ): TicketDraft {
    const kind = input.kind ?? place.service?.kind ?? 'enquiry';
    const priority = input.priority ?? 'normal';
    const promised = this.promises.dueTimesFor({
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
      dueTimes: promised,
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
