import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '#wasl/platform';
import {
  addSystemHistory,
  isSettled,
  type TicketChange,
  type TicketLifecycleHook,
  TicketLifecycleHooks,
} from '#wasl/tickets';
import { ChangeReferral } from './change-referral.service.js';
import { isLive, stateAfter } from './domain/referral-lifecycle.js';
import { lockReferralsOf, updateReferral } from './referral-row.js';

/** Nobody goes on working on a ticket that is settled or merged: its referrals are recalled with it. */
@Injectable()
export class ReferralTicketHook implements TicketLifecycleHook, OnModuleInit {
  constructor(
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
    @Inject(ChangeReferral) private readonly changes: ChangeReferral,
  ) {}

  onModuleInit(): void {
    this.hooks.register('referrals', this);
  }

  async changed(tx: Tx, { before, after }: TicketChange): Promise<void> {
    if (isSettled(before.status) || !isSettled(after.status)) return;
    for (const referral of await lockReferralsOf(tx, after.id)) {
      const live = isLive(referral.state);
      if (!live && referral.arbiterSince === null) continue;
      const state = live ? stateAfter(referral.state, 'recall') : referral.state;
      updateReferral(tx, referral.id, {
        arbiterSince: null,
        nextStepAt: null,
        asked: false,
        ...(live && { state, endedAt: tx.now }),
      });
      if (!live) continue;
      this.changes.tell(
        tx,
        after,
        { ...referral, state },
        { what: 'recalled' },
        { by: 'system', staffId: null },
      );
      addSystemHistory(tx, {
        ticketId: after.id,
        type: 'referral',
        data: { what: 'recalled', referral: referral.id, entity: referral.entity, because: 'settled' },
      });
    }
  }
}
