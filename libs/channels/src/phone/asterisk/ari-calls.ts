import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { contain } from '#wasl/platform';
import { bareEvent, type CallEvent } from '../domain/call-event.js';
import type { CallAnswer } from '../handle-call-event.service.js';
import type { Waiting } from '../waiting-calls.service.js';
import { type AriCall, arrived, KnownCalls, needsAgent } from './ari-call.js';
import type { AriClient } from './ari-client.js';
import {
  AGENT_WORD,
  follow,
  giveBack,
  hangUp,
  isOurs,
  join,
  keepWaiting,
  makeBridge,
  removeBridge,
  ringAt,
} from './ari-channels.js';
import { reconcile } from './ari-reconcile.js';
import type { AsteriskCallsStore } from './asterisk-calls.store.js';
import { arrivalOf, callEventsOfAri, type Leg } from './domain/ari-calls.js';
import type { AriChannel, AriEvent } from './domain/ari-events.js';

/** The services that the adapter needs from the rest of the system. */
export interface CallDesk {
  handle(event: CallEvent): Promise<CallAnswer>;
  retry(callId: string): Promise<Waiting>;
  prospects(callId: string): Promise<{ served: boolean; ringSeconds: number; queueId: string | null }>;
  queues(): Promise<{ key: string }[]>;
}

const MAX_FAILED_PER_QUEUE = 3;

/** Connects calls that the dialplan passes to our application with agents chosen by the router. */
export class AriCalls {
  readonly known = new KnownCalls();
  private readonly logger = new Logger('Asterisk');

  constructor(
    private readonly ari: AriClient,
    private readonly desk: CallDesk,
    private readonly store: AsteriskCallsStore,
  ) {}

  /** Handles one event. Tasks of one call run in order, calls in parallel. */
  take(event: AriEvent): void {
    const { channel } = event;
    if (event.type === 'StasisStart' && channel && !this.known.ofChannel(channel.id)) {
      const args = event.args ?? [];
      if (args[0] === AGENT_WORD || isOurs(channel.id)) void this.hangUpOrphan(channel.id);
      else contain(this.logger, 'call', () => this.acceptCall(channel, args))();
      return;
    }
    const concerned = event.transferee ?? event.transferer_first_leg ?? channel;
    const call =
      (concerned && this.known.ofChannel(concerned.id)) ?? (channel && this.known.ofChannel(channel.id));
    if (call) void this.known.inLine(call, () => this.handleCallEvent(call, event));
  }

  /** Tries to find an agent for each waiting call, the longest-waiting first. */
  async retryWaiting(): Promise<void> {
    const failures = new Map<string | null, number>();
    for (const call of this.known.all().filter(needsAgent)) {
      const failed = failures.get(call.queueId) ?? 0;
      // Calls of one queue may need different skills, so only several failures mean that nobody is free.
      if (failed >= MAX_FAILED_PER_QUEUE) continue;
      if (!(await this.known.inLine(call, () => this.findAgent(call))))
        failures.set(call.queueId, failed + 1);
    }
  }

  /** Applies what was missed while disconnected; see ari-reconcile.ts. */
  reconcile(): Promise<void> {
    const { ari, store, known } = this;
    return reconcile({ ari, store, known, take: (event) => this.take(event) });
  }

  /** Rings an extension; when the PBX does not know it, that counts as no answer. */
  async ring(call: AriCall, extension: string, seconds: number): Promise<void> {
    const channelId = `wasl-${randomUUID()}`;
    Object.assign(call, { agentChannelId: channelId, extension });
    this.known.addChannel(channelId, call);
    await this.store.connected(call.callId, { agentChannelId: channelId, bridgeId: call.bridgeId });
    try {
      await ringAt(this.ari, call, { channelId, extension, seconds, callerId: call.callerId });
    } catch (error) {
      this.logger.warn(`extension ${extension} cannot be rung: ${(error as Error).message}`);
      await this.agentGone(call, { type: 'ChannelDestroyed', channel: { id: channelId } as AriChannel });
    }
  }

  private async acceptCall(channel: AriChannel, args: string[]): Promise<void> {
    const call = arrived(channel);
    // Registered at once, so that further events of the channel are queued behind this task.
    this.known.addChannel(channel.id, call);
    await this.known
      .inLine(call, async () => {
        call.callId = (await this.ari.variable(channel.id, 'CHANNEL(linkedid)')) ?? channel.id;
        this.known.add(call);
        try {
          await follow(this.ari, channel.id);
          const arrival = arrivalOf(call.callId, channel, args, await this.desk.queues());
          await this.applyAnswer(call, channel, await this.desk.handle(arrival));
        } catch (error) {
          // After a failure on our side, the caller is better served by the dialplan than by silence.
          call.givenBack = true;
          await giveBack(this.ari, channel.id);
          throw error;
        }
      })
      .catch(() => undefined);
  }

  private async applyAnswer(call: AriCall, channel: AriChannel, answer: CallAnswer): Promise<void> {
    await this.store.arrived(call.callId, call.channelId);
    if (answer.action === 'reject') {
      await this.desk.handle({ ...bareEvent('hangup', call.callId), cause: 'busy' });
      return hangUp(this.ari, channel.id, 'busy');
    }
    const { served, ringSeconds, queueId } = await this.desk.prospects(call.callId);
    call.queueId = queueId;
    if (answer.action === 'dial') {
      await keepWaiting(this.ari, channel);
      await this.ring(call, answer.number, ringSeconds);
    } else if (served) {
      await keepWaiting(this.ari, channel);
    } else {
      call.givenBack = true;
      await giveBack(this.ari, channel.id);
    }
  }

  private async findAgent(call: AriCall): Promise<boolean> {
    if (!needsAgent(call)) return true;
    const waiting = await this.desk.retry(call.callId);
    if (waiting.state !== 'ringing') return waiting.state === 'over';
    const { ringSeconds } = await this.desk.prospects(call.callId);
    await this.ring(call, waiting.extension, ringSeconds);
    return true;
  }

  private async handleCallEvent(call: AriCall, event: AriEvent): Promise<void> {
    const id = (event.channel ?? event.transferee)?.id;
    if (event.type === 'StasisStart' && id === call.agentChannelId) return this.pickedUp(call, event);
    if (event.type === 'ChannelDestroyed' && id !== call.channelId) return this.agentGone(call, event);
    if (event.type === 'StasisEnd' && id !== call.channelId) return;
    if (event.type.startsWith('Bridge')) call.givenBack = true;
    const leg = this.legOf(call, id);
    for (const told of callEventsOfAri(event, leg)) await this.desk.handle(told);
    const over = event.type === 'ChannelDestroyed' || (event.type === 'StasisEnd' && !call.givenBack);
    if (over) await this.callerGone(call);
  }

  private async pickedUp(call: AriCall, event: AriEvent): Promise<void> {
    const agent = call.agentChannelId!;
    const before = call.bridgeId;
    const bridgeId = before ?? `wasl-${randomUUID()}`;
    try {
      if (!before) await makeBridge(this.ari, bridgeId);
      await join(this.ari, bridgeId, { caller: call.channelId, agent });
    } catch (error) {
      await hangUp(this.ari, agent);
      throw error;
    }
    Object.assign(call, { bridgeId, answered: true, transferred: false, held: false });
    await this.store.connected(call.callId, { agentChannelId: agent, bridgeId });
    for (const told of callEventsOfAri(event, this.legOf(call, agent))) await this.desk.handle(told);
  }

  /**
   * The agent's channel has ended. Before an answer, another agent is looked for; afterwards, the caller is hung up
   * too.
   */
  private async agentGone(call: AriCall, event: AriEvent): Promise<void> {
    const id = event.channel!.id;
    const leg = { ...this.legOf(call, id), answered: call.answered && !call.transferred };
    this.known.forgetChannel(id);
    // The agent who transferred the call is no longer the one who has it.
    if (id !== call.agentChannelId) return;
    call.agentChannelId = null;
    await this.store.connected(call.callId, { agentChannelId: null, bridgeId: call.bridgeId });
    for (const told of callEventsOfAri(event, leg)) await this.desk.handle(told);
    if (leg.answered && !call.givenBack) await hangUp(this.ari, call.channelId);
  }

  private async callerGone(call: AriCall): Promise<void> {
    this.known.forget(call);
    await this.store.left(call.callId);
    if (call.agentChannelId) await hangUp(this.ari, call.agentChannelId);
    if (call.bridgeId) await removeBridge(this.ari, call.bridgeId);
  }

  /** Hangs up an agent channel whose call is already over. */
  private async hangUpOrphan(channelId: string): Promise<void> {
    await hangUp(this.ari, channelId).catch((error: Error) => this.logger.warn(error.message));
  }

  private legOf(call: AriCall, channelId: string | undefined): Leg {
    const end = channelId === call.channelId ? 'caller' : 'agent';
    return { ...call, end };
  }
}
