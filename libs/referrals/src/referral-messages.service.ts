import { Inject, Injectable } from '@nestjs/common';
import type { ReferralMessageKind } from '#wasl/contracts';
import { uuidv7 } from '#wasl/kernel';
import { type IdempotencyClaim, runOnce, UnitOfWork } from '#wasl/platform';
import { Attachments, lockTicketById } from '#wasl/tickets';
import { ChangeReferral, type Doer } from './change-referral.service.js';
import { stateAfter } from './domain/referral-lifecycle.js';
import { entityOf, isOfEntity, type Party } from './parties.js';
import { ReferralAccess } from './referral-access.service.js';
import { lockReferral } from './referral-row.js';

export interface NewReferralMessage {
  body: string;
  kind: ReferralMessageKind;
  attachments?: string[];
}

/** What an entity and the centre write to each other about a referral. The requester sees none of it. */
@Injectable()
export class ReferralMessages {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ReferralAccess) private readonly access: ReferralAccess,
    @Inject(ChangeReferral) private readonly changes: ChangeReferral,
    @Inject(Attachments) private readonly attachments: Attachments,
  ) {}

  /** The same for those who work for an entity alone. @throws not_found `referral.not_found` for staff of the centre */
  addByEntity(...call: Parameters<ReferralMessages['add']>): ReturnType<ReferralMessages['add']> {
    entityOf(call[2]);
    return this.add(...call);
  }

  /**
   * A question of the entity brings the ticket back to its owner until the centre answers.
   * @throws conflict `referral.state`; invalid at `attachments`
   */
  async add(
    id: string,
    message: NewReferralMessage,
    party: Party,
    claim?: IdempotencyClaim,
  ): Promise<{ id: string; referral: string }> {
    const place = await this.access.require(id, party);
    const byEntity = isOfEntity(party);
    const doer: Doer = { by: byEntity ? 'entity' : 'centre', staffId: party.id };
    return this.unitOfWork.run((tx) =>
      runOnce(tx, claim, async () => {
        const ticket = await lockTicketById(tx, place.ticketId);
        const referral = await lockReferral(tx, place.id);
        stateAfter(referral.state, 'message');
        const messageId = uuidv7(tx.now.getTime());
        tx.send(
          `INSERT INTO referral_message (id, referral_id, kind, by_entity, author_id, body, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [messageId, place.id, message.kind, byEntity, party.id, message.body, tx.now],
        );
        if (message.attachments?.length)
          await this.attachments.bind(tx, message.attachments, {
            ticketId: ticket.id,
            uploader: party.id,
            referral: { id: place.id, messageId },
          });
        const asks = byEntity && message.kind === 'question';
        const answers = !byEntity && message.kind === 'answer' && referral.asked;
        await this.changes.apply(
          tx,
          ticket,
          referral,
          {
            what: 'message',
            patch: { asked: asks || (referral.asked && !answers) },
            waits: answers,
            data: { kind: message.kind, by: doer.by },
            // The officer who works on it; before that, whoever opens the inbox sees it.
            tell: !byEntity && referral.acceptedBy !== null ? [referral.acceptedBy] : [],
          },
          doer,
        );
        return { id: messageId, referral: place.id };
      }),
    );
  }
}
