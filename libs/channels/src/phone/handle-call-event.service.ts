import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { Catalogue, type QueueRow } from '#wasl/directory';
import { type Tx, UnitOfWork } from '#wasl/platform';
import { RouteCall } from '#wasl/routing';
import { agentsAt, callerOf, reservedExtension } from './call-people.js';
import { type CallRow, insertCall, lockCall, saveCall } from './call-rows.js';
import { Callbacks } from './callbacks.service.js';
import type { CallEvent } from './domain/call-event.js';
import { afterFact, type CallEffect, type CallFact, waitedSeconds } from './domain/call-lifecycle.js';
import { callbackQueue, queueOfCall } from './domain/queue-of-call.js';
import { callerNumber, dialledNumber } from './phone-numbers.js';

/** What the exchange is told to do; nothing, unless it is we who route the call. */
export type CallAnswer =
  Record<string, never> | { action: 'dial'; number: string } | { action: 'reject'; reason: 'busy' };

/** What one event is about, before the database is asked. */
interface Context {
  event: CallEvent;
  fact: CallFact;
  queues: QueueRow[];
}

/** Takes in one event of an exchange, in one transaction that holds the call's row. */
@Injectable()
export class HandleCallEvent {
  constructor(
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(RouteCall) private readonly router: RouteCall,
    @Inject(Callbacks) private readonly callbacks: Callbacks,
  ) {}

  async handle(event: CallEvent): Promise<CallAnswer> {
    const queues = await this.catalogue.queues();
    const context: Context = { event, queues, fact: this.factOf(event, queues) };
    return this.work.run((tx) => this.handleIn(tx, context));
  }

  private factOf(event: CallEvent, queues: QueueRow[]): CallFact {
    const to = event.to ? dialledNumber(event.to, this.country) : null;
    const parties = {
      // What an agent dials from is an extension, and stays as it is.
      from:
        event.direction === 'out' && event.from
          ? dialledNumber(event.from, this.country)
          : callerNumber(event.from, this.country),
      to,
      queueId: queueOfCall(queues, { queue: event.queue, to }, this.country.callingCode)?.id ?? null,
    };
    switch (event.event) {
      case 'newCall':
        return { event: 'newCall', ...parties, direction: event.direction!, ringing: event.users };
      case 'answer':
        return {
          event: 'answer',
          ...parties,
          direction: event.direction,
          answeringNumber: event.answeringNumber && dialledNumber(event.answeringNumber, this.country),
        };
      case 'hangup':
        return {
          event: 'hangup',
          ...parties,
          direction: event.direction,
          cause: event.cause ?? 'normalClearing',
        };
    }
  }

  private async handleIn(tx: Tx, context: Context): Promise<CallAnswer> {
    const { row: taken, effects, stored } = await this.take(tx, context);
    let row = taken;
    for (const effect of effects) row = await this.carryOut(tx, row, effect, context);
    if (!stored || row !== taken) await saveCall(tx, row);
    if (effects.includes('callBack')) await this.callBack(tx, row, context);
    return context.fact.event === 'newCall' ? this.answerTo(tx, row, context) : {};
  }

  /** Locks the call, or stores it when it was not heard of, and takes the fact into it. */
  private async take(
    tx: Tx,
    { event, fact }: Context,
  ): Promise<{ row: CallRow; effects: CallEffect[]; stored: boolean }> {
    const seen = fact.event === 'newCall' ? null : await lockCall(tx, event.callId);
    if (!seen) {
      const first = afterFact(null, fact, tx.now);
      const row = await insertCall(tx, event.callId, first.call);
      if (row) return { row, effects: first.effects, stored: true };
    }
    const row = seen ?? (await lockCall(tx, event.callId))!;
    const { call, effects } = afterFact(row.call, fact, tx.now);
    return { row: { ...row, call }, effects, stored: call === row.call };
  }

  private carryOut(tx: Tx, row: CallRow, effect: CallEffect, context: Context): Promise<CallRow> | CallRow {
    switch (effect) {
      case 'ring':
        return this.ring(tx, row, context);
      case 'identify':
        return this.identify(tx, row, context);
      case 'answer':
        return this.answer(tx, row, context);
      case 'end':
        return this.end(tx, row, context);
      case 'callBack':
        return row; // needs the stored row; see handleIn
    }
  }

  /** We choose the agent for a queue of ours; for any other number the exchange says at whose telephone it rings. */
  private async ring(tx: Tx, row: CallRow, context: Context): Promise<CallRow> {
    const { call } = row;
    const queue = queueOf(row, context);
    const caller = await callerOf(tx, call.from);
    const chosen = queue?.active
      ? await this.router.arrive(tx, {
          interactionId: row.id,
          queue,
          language: caller.language,
          requesterId: caller.id,
        })
      : null;
    const agents = chosen ? [chosen.agentId] : await agentsAt(tx, call.ringing);
    const agentId = only(agents);
    tx.emit('call.ringing', { interactionId: row.id, agentId, queue: queue?.key ?? null });
    return {
      ...row,
      requesterId: caller.id,
      agentId,
      call: { ...call, ringing: chosen ? [chosen.extension] : call.ringing },
    };
  }

  private async identify(tx: Tx, row: CallRow, { event }: Context): Promise<CallRow> {
    const { call } = row;
    const outbound = call.direction === 'out';
    const caller = await callerOf(tx, outbound ? call.to : call.from);
    const agents = outbound ? await agentsAt(tx, [...event.users, event.from]) : [];
    return { ...row, requesterId: row.requesterId ?? caller.id, agentId: row.agentId ?? agents[0] ?? null };
  }

  /** By whose telephone answered; failing that, the one agent at whose telephone it rang. */
  private async answer(tx: Tx, row: CallRow, context: Context): Promise<CallRow> {
    const { answeringNumber, users } = context.event;
    const [answering] = await agentsAt(tx, [answeringNumber]);
    const agentId = answering ?? only(await agentsAt(tx, users)) ?? row.agentId;
    if (row.call.direction === 'in') {
      await this.router.answered(tx, { interactionId: row.id, agentId });
      tx.emit('call.answered', { interactionId: row.id, agentId, queue: queueOf(row, context)?.key ?? null });
    }
    return { ...row, agentId };
  }

  /** A call of ours to somebody is logged, and concerns neither the router nor anybody's console. */
  private async end(tx: Tx, row: CallRow, context: Context): Promise<CallRow> {
    const { call, agentId } = row;
    if (call.direction === 'out') return row;
    const answered = call.answeredAt !== null;
    const gaveUp = !answered && call.cause !== 'forwarded';
    await this.router.ended(tx, {
      interactionId: row.id,
      answered,
      abandonedAfterSeconds: gaveUp ? waitedSeconds(call, tx.now) : null,
    });
    if (!answered && call.cause === 'noAnswer' && agentId) await this.router.rangOut(tx, agentId);
    const queue = queueOf(row, context)?.key ?? null;
    tx.emit('call.ended', { interactionId: row.id, agentId, queue, cause: call.cause!, answered });
    return row;
  }

  private async callBack(tx: Tx, row: CallRow, context: Context): Promise<void> {
    const queue = callbackQueue(context.queues, row.call.queueId);
    if (queue && row.ticketId === null) await this.callbacks.arrange(tx, row, queue);
  }

  /**
   * What a newCall is answered with, the first time and every time: the agent held for the call as long as it rings.
   * With nobody free the exchange keeps the caller waiting. Only who dials a queue that is not in use is turned away:
   * nobody would ever come to the telephone, and the missed call becomes a callback in the first queue.
   */
  private async answerTo(tx: Tx, { id, call }: CallRow, context: Context): Promise<CallAnswer> {
    if (call.direction === 'out' || call.answeredAt || call.endedAt) return {};
    const queue = queueOf({ call }, context);
    if (!queue) return {};
    if (!queue.active) return call.ringing.length === 0 ? { action: 'reject', reason: 'busy' } : {};
    const number = await reservedExtension(tx, id);
    return number ? { action: 'dial', number } : {};
  }
}

const only = (agents: string[]): string | null => (agents.length === 1 ? agents[0]! : null);

function queueOf({ call }: Pick<CallRow, 'call'>, { queues }: Context): QueueRow | null {
  return queues.find((queue) => queue.id === call.queueId) ?? null;
}
