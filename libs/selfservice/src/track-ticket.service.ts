import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { PendingOn, TicketStatus } from '#wasl/contracts';
import { Catalogue } from '#wasl/directory';
import { DomainError, notFound, type UiLanguage } from '#wasl/kernel';
import { AttemptBudgets, type IdempotencyClaim, runOnce, UnitOfWork } from '#wasl/platform';
import {
  Attachments,
  type AttachmentView,
  Messages,
  parseTicketNumber,
  PublicTickets,
  Thumbnails,
  TicketReader,
  type TimelineEntry,
} from '#wasl/tickets';
import { stageOf, STATUS_TEXTS, STEP_TEXTS, type TicketStage } from './domain/status-texts.js';
import { type TrackingCaller, trackingBudgets } from './domain/tracking-budgets.js';
import { PublicUploads } from './public-uploads.service.js';

/** A ticket as shown to its requester, in their language. */
export interface RequesterTicketView {
  number: string;
  status: TicketStatus;
  statusText: string;
  stage: TicketStage;
  /** whose turn it is while the ticket is pending */
  pendingOn: PendingOn | null;
  /** what staff asked, when it is the requester's turn: the last reply */
  question: { at: string; text: string } | null;
  /** the service of the matter and the entity that is responsible; null when no service is known */
  service: { code: string; name: string } | null;
  entity: { key: string; name: string } | null;
  subject: string;
  /** the ticket's own language */
  language: string;
  timeline: (Omit<TimelineEntry, 'text'> & { text: string })[];
  expectedAt: string | null;
  canReply: boolean;
  canRate: boolean;
}

/** Access to a ticket by number and tracking code. */
@Injectable()
export class TrackTicket {
  constructor(
    @Inject(PublicTickets) private readonly tickets: PublicTickets,
    @Inject(TicketReader) private readonly reader: TicketReader,
    @Inject(Messages) private readonly messages: Messages,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(PublicUploads) private readonly uploads: PublicUploads,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(Thumbnails) private readonly thumbnails: Thumbnails,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AttemptBudgets) private readonly attempts: AttemptBudgets,
  ) {}

  /**
   * Verifies number and code. Every failure, including too many attempts, gives the same answer after the same steps,
   * so that nobody learns whether a number exists.
   * @returns twelve digits
   * @throws not_found `tracking.not_found`
   */
  async verify(number: string, code: string, caller: TrackingCaller): Promise<string> {
    const subject = parseTicketNumber(number) ?? digest(number);
    const reserved = await this.attempts.reserve(trackingBudgets(subject, caller));
    const verified = await this.tickets.verify(number, code).catch((error: unknown) => {
      if (error instanceof DomainError && error.kind === 'not_found') return null;
      throw error;
    });
    if (!verified || !reserved.granted) throw notFound('tracking.not_found');
    await this.attempts.succeed(reserved);
    return verified;
  }

  /** @param number verified */
  async track(number: string, language: UiLanguage): Promise<RequesterTicketView> {
    const { taken, reopened, serviceId, ...ticket } = await this.tickets.track(number);
    const waits = ticket.status === 'open' && !taken;
    const status = waits ? (reopened ? 'reopened' : 'new') : ticket.status;
    return {
      ...ticket,
      ...(await this.responsible(serviceId, language)),
      statusText: STATUS_TEXTS[status === 'pending' ? (ticket.pendingOn ?? 'third_party') : status][language],
      stage: stageOf(ticket.status, taken),
      question: ticket.pendingOn === 'requester' ? lastReplyOf(ticket.timeline) : null,
      timeline: ticket.timeline.map((entry) => ({
        ...entry,
        text: entry.text ?? stepText(entry.what, language),
      })),
    };
  }

  private async responsible(
    serviceId: string | null,
    language: UiLanguage,
  ): Promise<Pick<RequesterTicketView, 'service' | 'entity'>> {
    const service = (await this.catalogue.services()).find(({ id }) => id === serviceId);
    const entity = (await this.catalogue.entities()).find(({ id }) => id === service?.entityId);
    const nameOf = (row: { nameAr: string; nameEn: string }) => (language === 'ar' ? row.nameAr : row.nameEn);
    return {
      service: service ? { code: service.code, name: nameOf(service) } : null,
      entity: entity ? { key: entity.key, name: nameOf(entity) } : null,
    };
  }

  /**
   * An attachment shown on the ticket.
   * @param number verified
   * @throws not_found `attachment.not_found`
   */
  async file(number: string, id: string): Promise<AttachmentView & { content: Readable }> {
    await this.requireShownFile(number, id);
    return this.attachments.openFor(id, null);
  }

  /**
   * The thumbnail of an attachment.
   * @param number verified
   * @throws not_found `attachment.not_found`, `attachment.no_thumbnail`
   */
  async thumbnail(number: string, id: string): Promise<Readable> {
    await this.requireShownFile(number, id);
    return this.thumbnails.openFor(id, null);
  }

  private async requireShownFile(number: string, id: string): Promise<void> {
    const { timeline } = await this.tickets.track(number);
    if (!timeline.some(({ files }) => files.some((file) => file.id === id)))
      throw notFound('attachment.not_found');
  }

  /**
   * Adds a message; it reopens a resolved ticket, and a closed one within the country's time limit.
   * @param number verified
   * @throws conflict `tracking.cannot_reply` when the ticket is closed; invalid at `attachments`
   */
  async reply(
    number: string,
    message: { body: string; attachments?: string[] | null },
    claim?: IdempotencyClaim,
  ): Promise<void> {
    const attachments = this.uploads.idsOf(message.attachments ?? []);
    const ticketId = await this.reader.idOf(number);
    await this.unitOfWork.run((tx) =>
      runOnce(tx, claim, async () => {
        const written = await this.messages.byRequester(tx, ticketId, {
          body: message.body,
          channel: 'web',
          attachments,
          reopens: true,
        });
        return { id: written.id };
      }),
    );
  }

  /** @param number verified. @throws conflict `tracking.cannot_rate` */
  async rate(number: string, score: number, comment: string | null): Promise<void> {
    await this.tickets.rate(number, score, comment);
  }
}

function lastReplyOf(timeline: TimelineEntry[]): RequesterTicketView['question'] {
  const reply = timeline.findLast(({ what }) => what === 'reply');
  return reply ? { at: reply.at, text: reply.text ?? '' } : null;
}

const stepText = (what: TimelineEntry['what'], language: UiLanguage) =>
  what === 'reply' || what === 'your_message' ? '' : STEP_TEXTS[what][language];

/** Input that is not a ticket number is counted too, but stored only as a digest. */
const digest = (text: string) => createHash('sha256').update(text.slice(0, 100)).digest('hex').slice(0, 16);
