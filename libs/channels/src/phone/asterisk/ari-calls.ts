import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { catchAndLog } from '#wasl/platform';
import { emptyCallEvent, type CallEvent } from '../domain/call-event.js';
import type { EndpointPattern } from '../domain/endpoints.js';
import type { CallAnswer } from '../handle-call-event.service.js';
import type { WaitingCallState } from '../waiting-calls.service.js';
import { type AriCall, newAriCall, KnownCalls, needsAgent } from './ari-call.js';
import type { AriClient } from './ari-client.js';
import {
  AGENT_MARKER,
  subscribeToChannel,
  returnToDialplan,
  hangUp,
  isOurs,
  bridgeChannels,
  answerWithMusic,
  createBridge,
  removeBridge,
  dialExtension,
} from './ari-channels.js';
import { reconcile } from './ari-reconcile.js';
import type { AsteriskCallsStore } from './asterisk-calls.store.js';
import { newCallFromAri, callEventsOfAri, type CallLeg } from './domain/ari-calls.js';
import type { AriChannel, AriEvent } from './domain/ari-events.js';

/** The services that the adapter needs from the rest of the system. */
export interface CallServices {
  handle(event: CallEvent): Promise<CallAnswer>;
  retry(callId: string): Promise<WaitingCallState>;
  waitingInfo(callId: string): Promise<{ served: boolean; ringSeconds: number; queueId: string | null }>;
  queues(): Promise<{ key: string }[]>;
}

const MAX_FAILED_PER_QUEUE = 3;

/** Connects calls that the dialplan passes to our application with agents chosen by the router. */
export class AriCalls {
  readonly known = new KnownCalls();
  private readonly logger = new Logger('Asterisk');

  constructor(
    private readonly ari: AriClient,
    private readonly desk: CallServices,
    private readonly store: AsteriskCallsStore,
    private readonly endpoint: EndpointPattern,
  ) {}

  /** Handles one event. Tasks of one call run in order, calls in parallel. */
  handleEvent(event: AriEvent): void {
    const { channel } = event;
    if (event.type === 'StasisStart' && channel && !this.known.ofChannel(channel.id)) {
      const args = event.args ?? [];
      if (args[0] === AGENT_MARKER || isOurs(channel.id)) void this.hangUpOrphan(channel.id);
      else catchAndLog(this.logger, 'call', () => this.acceptCall(channel, args))();
      return;
    }
    const concerned = event.transferee ?? event.transferer_first_leg ?? channel;
    const call =
      (concerned && this.known.ofChannel(concerned.id)) ?? (channel && this.known.ofChannel(channel.id));
    if (call) void this.known.enqueue(call, () => this.handleCallEvent(call, event));
  }

  /** Tries to find an agent for each waiting call, the longest-waiting first. */
  async retryWaiting(): Promise<void> {
    const failures = new Map<string | null, number>();
    for (const call of this.known.all().filter(needsAgent)) {
      const failed = failures.get(call.queueId) ?? 0;
      // Calls of one queue may need different skills, so only several failures mean that nobody is free.
      if (failed >= MAX_FAILED_PER_QUEUE) continue;
      if (!(await this.known.enqueue(call, () => this.findAgent(call))))
        failures.set(call.queueId, failed + 1);
    }
  }

  /**
   * Applies what was missed while disconnected; see ari-reconcile.ts.
   * @param lostAt since when the PBX that had the calls is gone
   */
  reconcile(lostAt: Date | null = null): Promise<void> {
    const { ari, store, known } = this;
    return reconcile({ ari, store, known, lostAt, take: (event) => this.handleEvent(event) });
  }

  /** Rings an extension; when the PBX does not know it, that counts as no answer. */
  async ring(call: AriCall, extension: string, seconds: number): Promise<void> {
    const channelId = `wasl-${randomUUID()}`;
    Object.assign(call, { agentChannelId: channelId, extension });
    this.known.addChannel(channelId, call);
    await this.store.saveAgentChannel(call.callId, { agentChannelId: channelId, bridgeId: call.bridgeId });
    try {
      const telephone = { channelId, extension, seconds, callerId: call.callerId, pattern: this.endpoint };
      await dialExtension(this.ari, call, telephone);
    } catch (error) {
      this.logger.warn(`extension ${extension} cannot be rung: ${(error as Error).message}`);
      await this.agentGone(call, { type: 'ChannelDestroyed', channel: { id: channelId } as AriChannel });
    }
  }

  private async acceptCall(channel: AriChannel, args: string[]): Promise<void> {
    const call = newAriCall(channel);
    // Registered at once, so that further events of the channel are queued behind this task.
    this.known.addChannel(channel.id, call);
    await this.known
      .enqueue(call, async () => {
        call.callId = (await this.ari.variable(channel.id, 'CHANNEL(linkedid)')) ?? channel.id;
        this.known.add(call);
        try {
          await subscribeToChannel(this.ari, channel.id);
          const arrival = newCallFromAri(call.callId, channel, args, await this.desk.queues());
          await this.applyAnswer(call, channel, await this.desk.handle(arrival));
        } catch (error) {
          // After a failure on our side, the caller is better served by the dialplan than by silence.
          call.returnedToDialplan = true;
          await returnToDialplan(this.ari, channel.id);
          throw error;
        }
      })
      .catch(() => undefined);
  }

  private async applyAnswer(call: AriCall, channel: AriChannel, answer: CallAnswer): Promise<void> {
    await this.store.saveChannel(call.callId, call.channelId);
    if (answer.action === 'reject') {
      await this.desk.handle({ ...emptyCallEvent('hangup', call.callId), cause: 'busy' });
      return hangUp(this.ari, channel.id, 'busy');
    }
    const { served, ringSeconds, queueId } = await this.desk.waitingInfo(call.callId);
    call.queueId = queueId;
    if (answer.action === 'dial') {
      await answerWithMusic(this.ari, channel);
      await this.ring(call, answer.number, ringSeconds);
    } else if (served) {
      await answerWithMusic(this.ari, channel);
    } else {
      call.returnedToDialplan = true;
      await returnToDialplan(this.ari, channel.id);
    }
  }

  private async findAgent(call: AriCall): Promise<boolean> {
    if (!needsAgent(call)) return true;
    const waiting = await this.desk.retry(call.callId);
    if (waiting.state !== 'ringing') return waiting.state === 'over';
    const { ringSeconds } = await this.desk.waitingInfo(call.callId);
    await this.ring(call, waiting.extension, ringSeconds);
    return true;
  }

  private async handleCallEvent(call: AriCall, event: AriEvent): Promise<void> {
    const id = (event.channel ?? event.transferee)?.id;
    if (event.type === 'StasisStart' && id === call.agentChannelId) return this.pickedUp(call, event);
    if (event.type === 'ChannelDestroyed' && id !== call.channelId) return this.agentGone(call, event);
    if (event.type === 'StasisEnd' && id !== call.channelId) return;
    if (event.type.startsWith('Bridge')) call.returnedToDialplan = true;
    const leg = this.legOf(call, id);
    for (const told of callEventsOfAri(event, leg)) await this.desk.handle(told);
    const over =
      event.type === 'ChannelDestroyed' || (event.type === 'StasisEnd' && !call.returnedToDialplan);
    if (over) await this.callerGone(call);
  }

  private async pickedUp(call: AriCall, event: AriEvent): Promise<void> {
    const agent = call.agentChannelId!;
    const before = call.bridgeId;
    const bridgeId = before ?? `wasl-${randomUUID()}`;
    try {
      if (!before) await createBridge(this.ari, bridgeId);
      await bridgeChannels(this.ari, bridgeId, { caller: call.channelId, agent });
    } catch (error) {
      await hangUp(this.ari, agent);
      throw error;
    }
    Object.assign(call, { bridgeId, answered: true, transferred: false, held: false });
    await this.store.saveAgentChannel(call.callId, { agentChannelId: agent, bridgeId });
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
    await this.store.saveAgentChannel(call.callId, { agentChannelId: null, bridgeId: call.bridgeId });
    for (const told of callEventsOfAri(event, leg)) await this.desk.handle(told);
    if (leg.answered && !call.returnedToDialplan) await hangUp(this.ari, call.channelId);
  }

  private async callerGone(call: AriCall): Promise<void> {
    this.known.forget(call);
    await this.store.markLeft(call.callId);
    if (call.agentChannelId) await hangUp(this.ari, call.agentChannelId);
    if (call.bridgeId) await removeBridge(this.ari, call.bridgeId);
  }

  /** Hangs up an agent channel whose call is already over. */
  private async hangUpOrphan(channelId: string): Promise<void> {
    await hangUp(this.ari, channelId).catch((error: Error) => this.logger.warn(error.message));
  }

  private legOf(call: AriCall, channelId: string | undefined): CallLeg {
    const end = channelId === call.channelId ? 'caller' : 'agent';
    return { ...call, end };
  }
}
