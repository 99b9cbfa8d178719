import { Inject, Injectable } from '@nestjs/common';
import type { QueueRow } from '#wasl/directory';
import type { Tx } from '#wasl/platform';
import { RouteCall } from '#wasl/routing';
import { agentsAt, callerOf } from './call-people.js';
import { type CallRow, saveCall } from './call-rows.js';
import { recordTransfer, recordTransferAnswered } from './call-transfers.js';
import { CallbackAttempts } from './callback-attempts.service.js';
import { Callbacks } from './callbacks.service.js';
import type { CallEvent } from './domain/call-event.js';
import { type Call, type CallEffect, type CallFact, waitedSeconds } from './domain/call-lifecycle.js';
import { callbackQueue } from './domain/queue-of-call.js';

/** The event and its context, before the database is read. */
export interface CallContext {
  event: CallEvent;
  fact: CallFact;
  queues: QueueRow[];
}

/** Applies the effects of call events: for the router, for consoles, and for missed callers. */
@Injectable()
export class CallEffects {
  constructor(
    @Inject(RouteCall) private readonly router: RouteCall,
    @Inject(Callbacks) private readonly callbacks: Callbacks,
    @Inject(CallbackAttempts) private readonly attempts: CallbackAttempts,
  ) {}

  /**
   * @param row the call, locked and stored.
   * @returns the updated call, stored
   */
  async apply(tx: Tx, row: CallRow, effect: CallEffect, context: CallContext): Promise<CallRow> {
    switch (effect) {
      case 'ring':
        return this.ring(tx, row, context);
      case 'identify':
        return this.identify(tx, row, context);
      case 'ringAt':
        return this.ringAt(tx, row, context);
      case 'ringNoAnswer':
        return this.ringNoAnswer(tx, row, context);
      case 'answer':
        return this.answer(tx, row, context);
      case 'takeOver':
        return this.takeOver(tx, row, context);
      case 'held':
        tx.emit('call.changed', { interactionId: row.id, agentId: row.agentId, queue: keyOf(row, context) });
        return row;
      case 'transfer':
        return this.transfer(tx, row, context);
      case 'end':
        return this.end(tx, row, context);
      case 'callBack':
        return this.callBack(tx, row, context);
    }
  }

  /** For a queue of ours the router chooses the agent; otherwise the PBX says which extensions ring. */
  private async ring(tx: Tx, row: CallRow, context: CallContext): Promise<CallRow> {
    const { call } = row;
    const queue = queueOf(call, context);
    const caller = await callerOf(tx, call.from);
    const open = queue?.active && !(await this.isClosedFor(context, queue, call));
    const toRoute = open && {
      interactionId: row.id,
      queue,
      language: caller.language,
      requesterId: caller.id,
    };
    if (toRoute && context.event.distributedByExchange) await this.router.recordArrival(tx, toRoute);
    const chosen =
      toRoute && !context.event.distributedByExchange ? await this.router.onArrival(tx, toRoute) : null;
    const agents = chosen ? [chosen.agentId] : await agentsAt(tx, call.ringing);
    const agentId = only(agents);
    tx.emit('call.ringing', { interactionId: row.id, agentId, queue: queue?.key ?? null });
    const ringing = chosen ? { ringing: [chosen.extension], ringingSince: tx.now } : {};
    return store(tx, { ...row, requesterId: caller.id, agentId, call: { ...call, ...ringing } });
  }

  /**
   * Whether a caller is rejected because the queue is closed. A PBX that distributes calls itself applies its own
   * hours.
   */
  async isClosedFor({ event }: CallContext, queue: QueueRow, call: Call): Promise<boolean> {
    if (event.distributedByExchange || call.ringing.length > 0) return false;
    return (await this.router.closedAction(queue, call.startedAt)) !== null;
  }

  /** The newCall event came late: its effects are applied now, as far as they still matter. */
  private async identify(tx: Tx, row: CallRow, context: CallContext): Promise<CallRow> {
    const { call } = row;
    const outbound = call.direction === 'out';
    const caller = await callerOf(tx, outbound ? call.to : call.from);
    const agents = await agentsAt(tx, outbound ? [...context.event.users, call.from] : call.ringing);
    const agentId = row.agentId ?? (outbound ? (agents[0] ?? null) : only(agents));
    // Stored before the router computes the agent's load.
    const known = await store(tx, { ...row, requesterId: row.requesterId ?? caller.id, agentId });
    if (outbound) await this.dialsOut(tx, known);
    else await this.arrivedEarlier(tx, known, caller.language, context);
    return known;
  }

  /** An agent who dials out is busy and must not be rung. */
  private async dialsOut(tx: Tx, { id, call, agentId }: CallRow): Promise<void> {
    if (!agentId) return;
    if (call.to) await this.attempts.linkCall(tx, { interactionId: id, agentId, to: call.to });
    if (!call.endedAt) await this.router.onAnswered(tx, { interactionId: id, agentId });
    else
      await this.attempts.recordCallOutcome(tx, {
        interactionId: id,
        answered: call.answeredAt !== null,
        cause: call.cause!,
      });
  }

  /** The queue counts the call as if all events had come in order, and its agent sees who calls. */
  private async arrivedEarlier(
    tx: Tx,
    { id, call, agentId, requesterId }: CallRow,
    language: string | null,
    context: CallContext,
  ): Promise<void> {
    const queue = queueOf(call, context);
    if (queue?.active) {
      await this.router.recordArrival(tx, { interactionId: id, queue, language, requesterId });
      if (call.answeredAt && !call.endedAt) await this.router.onAnswered(tx, { interactionId: id, agentId });
      if (call.endedAt)
        await this.router.recordFinished(tx, { interactionId: id, agentId, ...outcomeOf(call) });
    }
    if (call.answeredAt && !call.endedAt)
      tx.emit('call.ringing', { interactionId: id, agentId, queue: queue?.key ?? null });
  }

  private async ringAt(tx: Tx, row: CallRow, context: CallContext): Promise<CallRow> {
    const agentId = row.call.answeredAt ? row.agentId : only(await agentsAt(tx, row.call.ringing));
    tx.emit('call.ringing', { interactionId: row.id, agentId, queue: keyOf(row, context) });
    return store(tx, { ...row, agentId });
  }

  /** An agent who did not answer gets no further calls until they are available again; the call waits for another. */
  private async ringNoAnswer(tx: Tx, row: CallRow, context: CallContext): Promise<CallRow> {
    const agents = await agentsAt(tx, context.event.users);
    await this.router.release(tx, row.id);
    for (const agentId of agents) {
      await this.router.onRingNoAnswer(tx, agentId);
      tx.emit('call.stopped', { interactionId: row.id, agentId, queue: keyOf(row, context) });
    }
    return store(tx, { ...row, agentId: only(await agentsAt(tx, row.call.ringing)) });
  }

  /** The agent whose extension answered; otherwise the only agent whose phone rang. */
  private async answer(tx: Tx, before: CallRow, context: CallContext): Promise<CallRow> {
    const agentId = (await answeringAgent(tx, context)) ?? before.agentId;
    const outbound = before.call.direction === 'out';
    const row = await store(tx, { ...before, agentId: outbound ? (before.agentId ?? agentId) : agentId });
    if (outbound) return row;
    await this.router.onAnswered(tx, { interactionId: row.id, agentId, over: row.call.endedAt !== null });
    tx.emit('call.answered', { interactionId: row.id, agentId, queue: keyOf(row, context) });
    return row;
  }

  /**
   * The target of the transfer has answered. When it is somebody outside, the call stays with the transferring agent.
   */
  private async takeOver(tx: Tx, before: CallRow, context: CallContext): Promise<CallRow> {
    const agentId = await answeringAgent(tx, context);
    const call = agentId
      ? before.call
      : { ...before.call, transferringTo: before.call.answeringNumber ?? 'outside' };
    const row = await store(tx, { ...before, call, agentId: agentId ?? before.agentId });
    await this.router.onAnswered(tx, { interactionId: row.id, agentId });
    if (!agentId) return row;
    await recordTransferAnswered(tx, row.id, agentId);
    tx.emit('call.ringing', { interactionId: row.id, agentId, queue: keyOf(row, context) });
    return row;
  }

  private async transfer(tx: Tx, row: CallRow, context: CallContext): Promise<CallRow> {
    const to = row.call.transferringTo!;
    await recordTransfer(tx, row, to);
    if (row.agentId) {
      await this.router.onTransfer(tx, { interactionId: row.id, agentId: row.agentId });
      tx.emit('call.stopped', { interactionId: row.id, agentId: row.agentId, queue: keyOf(row, context) });
    }
    return row;
  }

  private async end(tx: Tx, row: CallRow, context: CallContext): Promise<CallRow> {
    const { call, agentId } = row;
    const answered = call.answeredAt !== null;
    const engaged = answered || call.direction === 'out';
    // Before the agent's presence, because it locks the ticket of a callback.
    if (call.direction === 'out' && call.announced)
      await this.attempts.recordCallOutcome(tx, { interactionId: row.id, answered, cause: call.cause! });
    await this.router.onEnded(tx, {
      interactionId: row.id,
      agentId: engaged && call.transferringTo === null ? agentId : null,
      ...outcomeOf(call),
      // A caller who asked for a callback has not abandoned.
      ...(row.ticketId !== null && call.answeredAt === null && { abandonedAfterSeconds: null }),
    });
    // An outbound call is logged but not shown on consoles.
    if (call.direction === 'out') return row;
    if (!answered && call.cause === 'noAnswer' && agentId) await this.router.onRingNoAnswer(tx, agentId);
    const queue = keyOf(row, context);
    tx.emit('call.ended', { interactionId: row.id, agentId, queue, cause: call.cause!, answered });
    return row;
  }

  private async callBack(tx: Tx, row: CallRow, context: CallContext): Promise<CallRow> {
    const queue = callbackQueue(context.queues, row.call.queueId);
    if (!queue || row.ticketId !== null) return row;
    if ((await this.router.closedAction(queue, row.call.startedAt)) === 'reject')
      await tx.query('UPDATE interaction SET done_at = coalesce(done_at, $2) WHERE id = $1', [
        row.id,
        tx.now,
      ]);
    else await this.callbacks.createForMissedCall(tx, row, queue);
    return row;
  }
}

async function store(tx: Tx, row: CallRow): Promise<CallRow> {
  await saveCall(tx, row);
  return row;
}

async function answeringAgent(tx: Tx, { event }: CallContext): Promise<string | null> {
  const [answering] = await agentsAt(tx, [event.answeringNumber]);
  return answering ?? only(await agentsAt(tx, event.users));
}

const only = (agents: string[]): string | null => (agents.length === 1 ? agents[0]! : null);

const keyOf = ({ call }: CallRow, context: CallContext) => queueOf(call, context)?.key ?? null;

/** The outcome of an ended call for reporting; times are the PBX's, as far as known. */
function outcomeOf(call: Call) {
  const answered = call.answeredAt !== null;
  const gaveUp = call.direction === 'in' && !answered && call.cause !== 'forwarded';
  return { answered, abandonedAfterSeconds: gaveUp ? waitedSeconds(call, call.endedAt!) : null };
}

export function queueOf(
  call: Pick<Call, 'queueId'>,
  { queues }: Pick<CallContext, 'queues'>,
): QueueRow | null {
  return queues.find((queue) => queue.id === call.queueId) ?? null;
}
