import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { Catalogue } from '#wasl/directory';
import { type Tx, UnitOfWork } from '#wasl/platform';
import { type CallContext, CallEffects, queueOf } from './call-effects.service.js';
import { factOf } from './call-facts.js';
import { reservedExtension } from './call-people.js';
import { type CallRow, insertCall, lockCall, saveCall } from './call-rows.js';
import type { CallEvent } from './domain/call-event.js';
import { afterFact, type CallEffect } from './domain/call-lifecycle.js';

/** What the exchange is told to do; nothing, unless it is we who route the call. */
export type CallAnswer =
  Record<string, never> | { action: 'dial'; number: string } | { action: 'reject'; reason: 'busy' };

const REJECT: CallAnswer = { action: 'reject', reason: 'busy' };

interface Taken {
  row: CallRow;
  effects: CallEffect[];
}

/** Takes in one event of an exchange, in one transaction that holds the call's row. */
@Injectable()
export class HandleCallEvent {
  constructor(
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(CallEffects) private readonly effects: CallEffects,
  ) {}

  async handle(event: CallEvent): Promise<CallAnswer> {
    const queues = await this.catalogue.queues();
    const context: CallContext = { event, queues, fact: factOf(event, queues, this.country) };
    return this.work.run((tx) => this.handleIn(tx, context));
  }

  private async handleIn(tx: Tx, context: CallContext): Promise<CallAnswer> {
    const taken = await take(tx, context);
    if (!taken) return {};
    let { row } = taken;
    for (const effect of taken.effects) row = await this.effects.carryOut(tx, row, effect, context);
    return context.fact.event === 'newCall' ? this.answerTo(tx, row, context) : {};
  }

  /**
   * What a newCall is answered with, the first time and every time: the agent held for the call as long as it rings.
   * With nobody free the exchange keeps the caller waiting. Only who dials a queue that is not in use, or not open at
   * this hour, is turned away: nobody would ever come to the telephone. The missed call becomes a callback, unless the
   * queue wants none outside its hours.
   */
  private async answerTo(tx: Tx, { id, call }: CallRow, context: CallContext): Promise<CallAnswer> {
    if (call.direction === 'out' || call.answeredAt || call.endedAt) return {};
    const queue = queueOf(call, context);
    if (!queue) return {};
    if (!queue.active) return call.ringing.length === 0 ? REJECT : {};
    const number = await reservedExtension(tx, id);
    if (number) return { action: 'dial', number };
    return (await this.effects.closedFor(context, queue, call)) ? REJECT : {};
  }
}

/**
 * Locks the call, or stores it when it was not heard of, and takes the fact into it.
 * @returns null when what was told can only matter to a call that is known
 */
async function take(tx: Tx, { event, fact }: CallContext): Promise<Taken | null> {
  const seen = fact.event === 'newCall' ? null : await lockCall(tx, event.callId);
  if (!seen) {
    if (event.ofKnownCall || !['newCall', 'answer', 'hangup'].includes(fact.event)) return null;
    const first = afterFact(null, fact, tx.now);
    const row = await insertCall(tx, event.callId, first.call);
    if (row) return { row, effects: first.effects };
  }
  const row = seen ?? (await lockCall(tx, event.callId))!;
  const { call, effects } = afterFact(row.call, fact, tx.now);
  if (call === row.call) return { row, effects };
  const changed = { ...row, call };
  await saveCall(tx, changed);
  return { row: changed, effects };
}
