import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { Catalogue } from '#wasl/directory';
import { type Tx, UnitOfWork } from '#wasl/platform';
import { AnsweringAgents } from './answering-agents.service.js';
import { BlockedCallers } from './blocked-callers.service.js';
import { type CallContext, CallEffects, queueOf } from './call-effects.service.js';
import { factOf } from './call-facts.js';
import { reservedExtension } from './call-people.js';
import { type CallRow, insertCall, lockCall, saveCall } from './call-rows.js';
import { OutboundRoutes } from './outbound-routes.service.js';
import type { CallEvent } from './domain/call-event.js';
import { addRecording } from './recordings/recording-queue.service.js';
import { applyFact, type CallEffect, type CallFact, timeOf } from './domain/call-lifecycle.js';

/** The response to the PBX; empty unless we route the call. */
export type CallAnswer =
  | Record<string, never>
  | { action: 'dial'; number: string; caller_id?: string }
  | { action: 'reject'; reason: 'busy' };

const REJECT: CallAnswer = { action: 'reject', reason: 'busy' };
/** Stands for the answer to an outbound call, which needs no transaction. */
const DIAL_OUT: CallAnswer = {};

interface AppliedEvent {
  row: CallRow;
  effects: CallEffect[];
}

/** Handles one PBX event, in one transaction that locks the call's row. */
@Injectable()
export class HandleCallEvent {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(CallEffects) private readonly effects: CallEffects,
    @Inject(AnsweringAgents) private readonly agents: AnsweringAgents,
    @Inject(BlockedCallers) private readonly blocked: BlockedCallers,
    @Inject(OutboundRoutes) private readonly routes: OutboundRoutes,
  ) {}

  async handle(reported: CallEvent): Promise<CallAnswer> {
    const queues = await this.catalogue.queues();
    const event = await this.agents.resolve(reported);
    const fact = await this.withDirectLine(factOf(event, queues, this.country));
    const context: CallContext = { event, queues, fact: await this.withRejection(fact, event) };
    const answer = await this.unitOfWork.run((tx) => this.handleIn(tx, context));
    return answer === DIAL_OUT ? this.dialOut(event) : answer;
  }

  /** The called see the number of the contact centre, not of the agent's line; the number is dialled as it was. */
  private async dialOut({ to }: CallEvent): Promise<CallAnswer> {
    const callerId = to && (await this.routes.callerIdFor(to));
    return callerId ? { action: 'dial', number: to, caller_id: callerId } : {};
  }

  /** A PBX that distributes its calls itself does not read our answer, so that its calls go on. */
  private async withRejection(fact: CallFact, event: CallEvent): Promise<CallFact> {
    const isArrival = fact.event === 'newCall' && fact.direction === 'in' && !event.distributedByExchange;
    return isArrival && (await this.blocked.isBlocked(fact)) ? { ...fact, rejected: true } : fact;
  }

  /** A call to an agent's own number rings there, also when the PBX does not say where it rings. */
  private async withDirectLine(fact: CallFact): Promise<CallFact> {
    const isDirect = fact.event === 'newCall' && fact.direction === 'in' && fact.queueId === null && fact.to;
    if (!isDirect || fact.ringing.length > 0) return fact;
    const line = await this.agents.lineAt(fact.to!);
    return line ? { ...fact, ringing: [line] } : fact;
  }

  private async handleIn(tx: Tx, context: CallContext): Promise<CallAnswer> {
    const applied = await applyEvent(tx, context);
    if (!applied) return {};
    let { row } = applied;
    for (const effect of applied.effects) row = await this.effects.apply(tx, row, effect, context);
    const { recording } = context.event;
    if (recording) await addRecording(tx, row.id, 'address', recording.href);
    return context.fact.event === 'newCall' ? this.answerTo(tx, row, context) : {};
  }

  /**
   * The response to a newCall event, the same on every repetition: the reserved agent while the call rings. With
   * nobody free, the PBX keeps the caller waiting. Only callers of an inactive or closed queue are rejected, because
   * nobody would answer. The missed call becomes a callback, unless the queue wants none outside its hours.
   */
  private async answerTo(tx: Tx, { id, call }: CallRow, context: CallContext): Promise<CallAnswer> {
    if (call.cause === 'rejected') return REJECT;
    if (call.answeredAt || call.endedAt) return {};
    if (call.direction === 'out') return DIAL_OUT;
    const queue = queueOf(call, context);
    if (!queue) return {};
    if (!queue.active) return call.ringing.length === 0 ? REJECT : {};
    const number = await reservedExtension(tx, id);
    if (number) return { action: 'dial', number };
    return (await this.effects.isClosedFor(context, queue, call)) ? REJECT : {};
  }
}

/**
 * Locks the call, or inserts it when unknown, and applies the fact.
 * @returns null when the event matters only to a known call
 */
async function applyEvent(tx: Tx, { event, fact }: CallContext): Promise<AppliedEvent | null> {
  const seen = fact.event === 'newCall' ? null : await lockCall(tx, event.callId);
  if (!seen) {
    if (event.onlyIfCallKnown || !['newCall', 'answer', 'hangup'].includes(fact.event)) return null;
    const first = applyFact(null, fact, tx.now);
    const row = await insertCall(tx, event.callId, first.call);
    if (row) return { row, effects: first.effects };
  }
  const row = seen ?? (await lockCall(tx, event.callId))!;
  const { call, effects } = applyFact(row.call, fact, timeOf(event.at, row.call, tx.now));
  if (call === row.call) return { row, effects };
  const changed = { ...row, call };
  await saveCall(tx, changed);
  return { row: changed, effects };
}
