import { Logger } from '@nestjs/common';
import { emptyCallEvent, type CallEvent } from '../domain/call-event.js';
import { type EndpointPattern, extensionIn } from '../domain/endpoints.js';
import type { AmiClient } from './ami-client.js';
import type { AsteriskCallsStore } from './asterisk-calls.store.js';
import { endOfLost } from '../domain/call-lifecycle.js';
import { hangupCause } from './domain/hangup-cause.js';
import { callEventsOfAmi } from './domain/ami-calls.js';
import type { AmiMessage } from './domain/ami-messages.js';
import { callerIn } from './domain/caller-in.js';

/** Handles calls that the PBX distributes with its own queues and dialplan. */
export class AmiCalls {
  private readonly logger = new Logger('Asterisk');
  /** the last task of each call; tasks of one call run in order */
  private readonly lastTasks = new Map<string, Promise<void>>();
  private extensions = new Set<string>();

  constructor(
    private readonly handle: (event: CallEvent) => Promise<unknown>,
    private readonly store: AsteriskCallsStore,
    private readonly endpoint: EndpointPattern,
  ) {}

  handleMessage(message: AmiMessage): void {
    const { events, channelId } = callEventsOfAmi(message, {
      extensionIn: (name) => extensionIn(name, this.endpoint),
      isExtension: (name) => this.extensions.has(name),
    });
    for (const event of events) void this.enqueueEvent(event, channelId);
  }

  /** Reloads the extensions of agents. */
  async refreshExtensions(): Promise<void> {
    this.extensions = await this.store.extensions();
  }

  /** Ends calls whose hangup was missed, and takes over callers whose queue entry was missed. */
  async reconcile(ami: AmiClient, lostAt: Date | null = null): Promise<void> {
    const stored = await this.store.listPresent();
    const channels = await ami.list({ Action: 'CoreShowChannels' });
    const present = new Map(channels.map((channel) => [channel.get('Uniqueid'), channel]));
    for (const { callId, channelId, ended, answered } of stored) {
      if (present.has(channelId)) continue;
      if (ended) await this.store.markLeft(callId);
      else {
        const cause = lostAt ? endOfLost({ answered }) : hangupCause(0, answered);
        const end: CallEvent = { ...emptyCallEvent('hangup', callId), cause, onlyIfCallKnown: true };
        await this.enqueueEvent({ ...end, ...(lostAt && { at: lostAt }) });
      }
    }
    for (const entry of await ami.list({ Action: 'QueueStatus' })) {
      const channel = present.get(entry.get('Uniqueid'));
      if (entry.get('Event') === 'QueueEntry' && channel) await this.reportWaiting(entry, channel);
    }
  }

  private reportWaiting(entry: AmiMessage, channel: AmiMessage): Promise<void> {
    const queue = entry.get('Queue')!;
    const newCall: CallEvent = {
      ...emptyCallEvent('newCall', channel.get('Linkedid')!),
      direction: 'in',
      from: callerIn(entry.get('CallerIDNum')),
      to: channel.get('Exten') || queue,
      queue,
      distributedByExchange: true,
    };
    return this.enqueueEvent(newCall, entry.get('Uniqueid'));
  }

  private enqueueEvent(event: CallEvent, channelId?: string): Promise<void> {
    const { callId } = event;
    if (!callId) return Promise.resolve();
    const done = (this.lastTasks.get(callId) ?? Promise.resolve()).then(async () => {
      await this.handle(event);
      if (channelId) await this.store.saveChannel(callId, channelId);
      if (event.event === 'hangup') await this.store.markLeft(callId);
    });
    const line = done.catch((error: Error) => this.logger.warn(`${error.name}: ${error.message}`));
    this.lastTasks.set(callId, line);
    void line.then(() => {
      if (this.lastTasks.get(callId) === line) this.lastTasks.delete(callId);
    });
    return line;
  }
}
