import { Inject, Injectable } from '@nestjs/common';
import type { Proof, ReferralOutcome } from '#wasl/contracts';
import { conflict, invalidField } from '#wasl/kernel';
import { Database, type IdempotencyClaim, type Tx } from '#wasl/platform';
import { Attachments } from '#wasl/tickets';
import { ChangeReferral, type Doer, type Done } from './change-referral.service.js';
import { proofFault } from './domain/proof.js';
import { goesToArbiter, stateAfter } from './domain/referral-lifecycle.js';
import { requireOpenEntity } from './entity-clock.js';
import { entityOf, type Party } from './parties.js';
import { ReferralAccess, type ReferralPlace } from './referral-access.service.js';
import type { ReferralRow } from './referral-row.js';
import { arbitersOf } from './staff-to-tell.js';

export interface Completion {
  outcome: ReferralOutcome;
  note: string;
  /** ids of files that the same person or program uploaded */
  proof?: string[];
}

/** What an entity does with a referral. */
@Injectable()
export class WorkReferral {
  constructor(
    @Inject(ReferralAccess) private readonly access: ReferralAccess,
    @Inject(ChangeReferral) private readonly changes: ChangeReferral,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** Somebody of the entity has seen it. Repeating it changes nothing. */
  async receive(id: string, party: Party): Promise<void> {
    const place = await this.place(id, party);
    const [row] = await this.database.query<{ state: string }>('SELECT state FROM referral WHERE id = $1', [
      id,
    ]);
    if (row?.state !== 'sent') return;
    await this.changes.run(place, doerOf(party), (tx, { state }) =>
      state === 'sent'
        ? { what: 'received', patch: { state: stateAfter(state, 'receive'), receivedAt: tx.now } }
        : null,
    );
  }

  /** @throws conflict `referral.state` */
  async accept(id: string, party: Party, claim?: IdempotencyClaim): Promise<void> {
    const place = await this.place(id, party);
    await this.changes.run(
      place,
      doerOf(party),
      (tx, { state, receivedAt, dueAt }) => ({
        what: 'accepted',
        patch: {
          state: stateAfter(state, 'accept'),
          receivedAt: receivedAt ?? tx.now,
          acceptedAt: tx.now,
          acceptedBy: party.id,
          promisedAt: dueAt,
          nextStepAt: dueAt,
          // Whoever was silent has spoken.
          arbiterSince: null,
        },
      }),
      claim,
    );
  }

  /** @throws conflict `referral.state`, `referral.binding`; invalid at `belongsTo` */
  async return(
    id: string,
    { reason, belongsTo }: { reason: string; belongsTo?: string },
    party: Party,
    claim?: IdempotencyClaim,
  ): Promise<void> {
    const place = await this.place(id, party);
    await this.changes.run(
      place,
      doerOf(party),
      async (tx, referral) => {
        const state = stateAfter(referral.state, 'return');
        if (referral.binding) throw conflict('referral.binding');
        const other = belongsTo === undefined ? null : await requireOpenEntity(tx, belongsTo, 'belongsTo');
        if (other?.id === referral.entityId) throw invalidField('belongsTo', 'same_entity');
        const returns = referral.returns + 1;
        const isForArbiter = goesToArbiter(returns) || referral.arbiterSince !== null;
        return {
          what: 'returned',
          patch: {
            state,
            receivedAt: referral.receivedAt ?? tx.now,
            endedAt: tx.now,
            endedBy: party.id,
            reason,
            ...(other && { belongsToId: other.id }),
            returns,
            asked: false,
            nextStepAt: null,
            ...(isForArbiter && { arbiterSince: referral.arbiterSince ?? tx.now }),
          },
          data: { returns, ...(other && { belongsTo: other.key }), ...(isForArbiter && { arbiter: true }) },
          tell: isForArbiter ? await arbitersOf(tx) : [],
        } satisfies Done;
      },
      claim,
    );
  }

  /** @throws conflict `referral.state`; invalid at `proof` */
  async complete(id: string, completion: Completion, party: Party, claim?: IdempotencyClaim): Promise<void> {
    const place = await this.place(id, party);
    await this.changes.run(
      place,
      doerOf(party),
      async (tx, referral) => {
        const state = stateAfter(referral.state, 'complete');
        await this.takeProof(tx, referral, completion, party);
        return {
          what: 'completed',
          patch: {
            state,
            endedAt: tx.now,
            endedBy: party.id,
            outcome: completion.outcome,
            answer: completion.note,
            asked: false,
            nextStepAt: null,
          },
          data: { outcome: completion.outcome },
        };
      },
      claim,
    );
  }

  /** Binds the files of a proof. @throws invalid at `proof` when one is missing or of the wrong kind */
  private async takeProof(
    tx: Tx,
    { id, ticketId }: ReferralRow,
    { outcome, proof = [] }: Completion,
    party: Party,
  ): Promise<void> {
    const [service] = await tx.query<{ proof: Proof }>(
      'SELECT v.proof FROM ticket t JOIN service v ON v.id = t.service_id WHERE t.id = $1',
      [ticketId],
    );
    const files = await tx.query<{ type: string }>(
      `SELECT type FROM attachment WHERE id = ANY($1::uuid[]) AND ticket_id IS NULL AND uploaded_by = $2`,
      [proof, party.id],
    );
    if (files.length < new Set(proof).size) throw invalidField('proof', 'not_found');
    const types = files.map(({ type }) => type);
    const fault = proofFault(service?.proof ?? 'none', outcome, types);
    if (fault) throw invalidField('proof', fault);
    if (proof.length > 0)
      await this.attachments.bind(tx, proof, {
        ticketId,
        uploader: party.id,
        referral: { id, messageId: null },
      });
  }

  private place(id: string, party: Party): Promise<ReferralPlace> {
    entityOf(party);
    return this.access.require(id, party);
  }
}

const doerOf = (party: Party): Doer => ({ by: 'entity', staffId: party.id });
