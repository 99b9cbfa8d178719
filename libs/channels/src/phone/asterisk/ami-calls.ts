import { Logger } from '@nestjs/common';
import { bareEvent, type CallEvent } from '../domain/call-event.js';
import type { AmiClient } from './ami-client.js';
import type { AsteriskCallsStore } from './asterisk-calls.store.js';
import { callEventsOfAmi } from './domain/ami-calls.js';
import type { AmiMessage } from './domain/ami-messages.js';
import { callerIn } from './domain/endpoints.js';

/** Takes what the exchange's own queues and dialplan do with calls. */
export class AmiCalls {
  private readonly logger = new Logger('Asterisk');
  /** what is being done about a call: one thing after another */
  private readonly lines = new Map<string, Promise<void>>();
  private extensions = new Set<string>();

  constructor(
    private readonly handle: (event: CallEvent) => Promise<unknown>,
    private readonly store: AsteriskCallsStore,
  ) {}

  take(message: AmiMessage): void {
    const { events, channelId } = callEventsOfAmi(message, (name) => this.extensions.has(name));
    for (const event of events) void this.tell(event, channelId);
  }

  /** Agents' telephones may have changed. */
  async refresh(): Promise<void> {
    this.extensions = await this.store.extensions();
  }

  /** Calls that ended unheard are ended, callers who came into a queue unheard are taken. */
  async reconcile(ami: AmiClient): Promise<void> {
    const stored = await this.store.present();
    const channels = await ami.list({ Action: 'CoreShowChannels' });
    const present = new Map(channels.map((channel) => [channel.get('Uniqueid'), channel]));
    for (const { callId, channelId, ended } of stored) {
      if (present.has(channelId)) continue;
      if (ended) await this.store.left(callId);
      else await this.tell({ ...bareEvent('hangup', callId), ofKnownCall: true });
    }
    for (const entry of await ami.list({ Action: 'QueueStatus' })) {
      const channel = present.get(entry.get('Uniqueid'));
      if (entry.get('Event') === 'QueueEntry' && channel) await this.waits(entry, channel);
    }
  }

  private waits(entry: AmiMessage, channel: AmiMessage): Promise<void> {
    const queue = entry.get('Queue')!;
    const newCall: CallEvent = {
      ...bareEvent('newCall', channel.get('Linkedid')!),
      direction: 'in',
      from: callerIn(entry.get('CallerIDNum')),
      to: channel.get('Exten') || queue,
      queue,
      distributedByExchange: true,
    };
    return this.tell(newCall, entry.get('Uniqueid'));
  }

  private tell(event: CallEvent, channelId?: string): Promise<void> {
    const { callId } = event;
    if (!callId) return Promise.resolve();
    const done = (this.lines.get(callId) ?? Promise.resolve()).then(async () => {
      await this.handle(event);
      if (channelId) await this.store.arrived(callId, channelId);
      if (event.event === 'hangup') await this.store.left(callId);
    });
    const line = done.catch((error: Error) => this.logger.warn(`${error.name}: ${error.message}`));
    this.lines.set(callId, line);
    void line.then(() => {
      if (this.lines.get(callId) === line) this.lines.delete(callId);
    });
    return line;
  }
}
