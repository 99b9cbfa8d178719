import { Inject, Injectable } from '@nestjs/common';
import { conflict, toSearchText, uuidv7 } from '#wasl/kernel';
import { type IdempotencyClaim, runOnce, type Tx, UnitOfWork } from '#wasl/platform';
import {
  isSettled,
  lockTicket,
  type MatterShare,
  requireUnmerged,
  SharedMatterReader,
  type TicketState,
} from '#wasl/tickets';
import { ChangeReferral } from './change-referral.service.js';
import { isLive } from './domain/referral-lifecycle.js';
import { EntityClock, type EntityTimes, requireOpenEntity } from './entity-clock.js';
import { insertReferral, lockReferralsOf, type ReferralRow } from './referral-row.js';
import { readForCentre, type ReferralView } from './referral-view.js';

export interface ReferralDraft {
  /** key */
  entity: string;
  note: string;
  part: { title: string } | null;
  share: MatterShare;
}

/** Refers a ticket, or a part of it, to an entity. */
@Injectable()
export class SendReferral {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SharedMatterReader) private readonly matter: SharedMatterReader,
    @Inject(EntityClock) private readonly clock: EntityClock,
    @Inject(ChangeReferral) private readonly changes: ChangeReferral,
  ) {}

  /**
   * @param number twelve digits
   * @throws conflict `referral.settled`, `referral.own_entity`, `referral.live`, `referral.with_arbiter`,
   *   `referral.circle`; invalid at `entity` or `share`
   */
  send(
    number: string,
    draft: ReferralDraft,
    staffId: string,
    claim?: IdempotencyClaim,
  ): Promise<ReferralView> {
    return this.unitOfWork.run((tx) =>
      runOnce(tx, claim, async () => {
        const ticket = await lockTicket(tx, number);
        requireUnmerged(ticket);
        if (isSettled(ticket.status)) throw conflict('referral.settled');
        const others = await lockReferralsOf(tx, ticket.id);
        const entity = await requireOpenEntity(tx, draft.entity, 'entity');
        await requireNotOwner(tx, ticket, entity.id);
        const part = partOf(draft.part);
        const returns = requireFree(others, part.key, entity.id);
        await this.matter.requireShareable(tx, ticket.id, draft.share);
        return this.write(tx, ticket, entity, others.length, staffId, {
          ...part,
          note: draft.note,
          share: draft.share,
          returns,
          decision: null,
        });
      }),
    );
  }

  /** Sends a part on to the entity for which the arbiter decided. It cannot be returned. */
  async sendOn(
    tx: Tx,
    ticket: TicketState,
    from: ReferralRow,
    others: number,
    entity: EntityTimes,
    reason: string,
    staffId: string,
  ): Promise<ReferralView> {
    return this.write(tx, ticket, entity, others, staffId, {
      title: from.part,
      key: from.partKey,
      note: from.note,
      share: {
        requester: from.shareRequester,
        messages: from.sharedMessages,
        attachments: from.sharedAttachments,
      },
      returns: from.returns,
      decision: reason,
    });
  }

  private async write(
    tx: Tx,
    ticket: TicketState,
    entity: EntityTimes,
    others: number,
    staffId: string,
    referral: {
      title: string | null;
      key: string;
      note: string;
      share: MatterShare;
      returns: number;
      decision: string | null;
    },
  ): Promise<ReferralView> {
    const { title, key, note, share, returns, decision } = referral;
    const id = uuidv7(tx.now.getTime());
    insertReferral(tx, {
      id,
      ticketId: ticket.id,
      n: others + 1,
      entityId: entity.id,
      part: title,
      partKey: key,
      note,
      shareRequester: share.requester,
      sharedMessages: share.messages && [...new Set(share.messages)],
      sharedAttachments: share.attachments && [...new Set(share.attachments)],
      sentBy: staffId,
      ...this.clock.times(entity, tx.now, ticket.resolutionDueAt),
      returns,
      binding: decision !== null,
      decision: decision === null ? null : { entityId: entity.id, reason: decision },
    });
    const made = { id, entity: entity.key, entityId: entity.id, state: 'sent' as const };
    const what = decision === null ? 'sent' : 'decided';
    const doer = { by: 'centre' as const, staffId };
    this.changes.tell(tx, ticket, made, { what }, doer);
    await this.changes.noteOnTicket(tx, ticket, made, { what, waits: true }, doer);
    return readForCentre(tx, id);
  }
}

/** Titles that look alike are one part. */
function partOf(part: { title: string } | null): { title: string | null; key: string } {
  if (part === null) return { title: null, key: '' };
  // A title without a letter or digit is told apart by its characters.
  return { title: part.title, key: toSearchText(part.title) || part.title };
}

/** Whoever owns the ticket already works for the entity. */
async function requireNotOwner(tx: Tx, ticket: TicketState, entityId: string): Promise<void> {
  if (ticket.assigneeId === null) return;
  const [owner] = await tx.query(
    `SELECT 1 FROM staff WHERE id = $1 AND entity_id = $2 AND role IN ('entity_officer', 'entity_supervisor')`,
    [ticket.assigneeId, entityId],
  );
  if (owner) throw conflict('referral.own_entity');
}

/** @returns how often the part was returned. @throws conflict when somebody has it, or it would go round in a circle */
function requireFree(others: readonly ReferralRow[], partKey: string, entityId: string): number {
  const same = others.filter((one) => one.partKey === partKey);
  if (same.some(({ state }) => isLive(state))) throw conflict('referral.live');
  if (same.some(({ arbiterSince }) => arbiterSince !== null)) throw conflict('referral.with_arbiter');
  if (same.some((one) => one.state === 'returned' && one.entityId === entityId))
    throw conflict('referral.circle');
  return same.filter(({ state }) => state === 'returned').length;
}
