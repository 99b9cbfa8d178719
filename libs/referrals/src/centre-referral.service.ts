import { Inject, Injectable } from '@nestjs/common';
import { conflict } from '#wasl/kernel';
import { type IdempotencyClaim, runOnce, UnitOfWork } from '#wasl/platform';
import { isSettled, lockTicketById, requireUnmerged } from '#wasl/tickets';
import { ChangeReferral, type Doer } from './change-referral.service.js';
import { isLive, stateAfter } from './domain/referral-lifecycle.js';
import { requireOpenEntity } from './entity-clock.js';
import type { Party } from './parties.js';
import { ReferralAccess } from './referral-access.service.js';
import { lockReferralsOf, type ReferralPatch, updateReferral } from './referral-row.js';
import type { ReferralView } from './referral-view.js';
import { SendReferral } from './send-referral.service.js';

/** What the centre does with a referral that it sent. */
@Injectable()
export class CentreReferral {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ReferralAccess) private readonly access: ReferralAccess,
    @Inject(ChangeReferral) private readonly changes: ChangeReferral,
    @Inject(SendReferral) private readonly sending: SendReferral,
  ) {}

  /** @throws conflict `referral.state` */
  async recall(id: string, reason: string, party: Party, claim?: IdempotencyClaim): Promise<void> {
    const place = await this.access.require(id, party);
    await this.changes.run(
      place,
      doerOf(party),
      (tx, { state }) => ({
        what: 'recalled',
        patch: { ...ending(stateAfter(state, 'recall'), tx.now, party.id), reason, arbiterSince: null },
      }),
      claim,
    );
  }

  /**
   * The arbiter says whose a matter is. It goes there by a new referral, which cannot be returned.
   * @returns the new referral
   * @throws conflict `referral.not_in_arbitration`, `referral.settled`; invalid at `entity`
   */
  async decide(
    id: string,
    { entity: key, reason }: { entity: string; reason: string },
    party: Party,
    claim?: IdempotencyClaim,
  ): Promise<ReferralView> {
    const place = await this.access.require(id, party);
    return this.unitOfWork.run((tx) =>
      runOnce(tx, claim, async () => {
        const ticket = await lockTicketById(tx, place.ticketId);
        requireUnmerged(ticket);
        const all = await lockReferralsOf(tx, ticket.id);
        const referral = all.find((one) => one.id === place.id)!;
        if (referral.arbiterSince === null) throw conflict('referral.not_in_arbitration');
        if (isSettled(ticket.status)) throw conflict('referral.settled');
        const entity = await requireOpenEntity(tx, key, 'entity');
        const patch: ReferralPatch = {
          arbiterSince: null,
          decidedAt: tx.now,
          decidedBy: party.id,
          decidedEntityId: entity.id,
          decision: reason,
        };
        // Whoever kept silent loses it, also to themselves: the new one binds them.
        const state = isLive(referral.state) ? stateAfter(referral.state, 'recall') : referral.state;
        if (state !== referral.state) Object.assign(patch, ending(state, tx.now, party.id));
        updateReferral(tx, referral.id, patch);
        const what = state === referral.state ? 'decided' : 'recalled';
        this.changes.tell(tx, ticket, { ...referral, state }, { what, isAudited: false }, doerOf(party));
        // The ticket's history and status follow with the new one.
        return this.sending.sendOn(tx, ticket, referral, all.length, entity, reason, party.id);
      }),
    );
  }
}

const ending = (state: ReferralPatch['state'], now: Date, staffId: string): ReferralPatch => ({
  state,
  endedAt: now,
  endedBy: staffId,
  asked: false,
  nextStepAt: null,
});
const doerOf = (party: Party): Doer => ({ by: 'centre', staffId: party.id });
