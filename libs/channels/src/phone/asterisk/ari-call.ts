import { Logger } from '@nestjs/common';
import type { AriChannel } from './domain/ari-events.js';
import { callerIn } from './domain/endpoints.js';

/** A call in our application, as far as this process knows it. */
export interface AriCall {
  callId: string;
  channelId: string;
  callerId: string;
  agentChannelId: string | null;
  extension: string | null;
  bridgeId: string | null;
  /** where it waits, once that is known */
  queueId: string | null;
  answered: boolean;
  held: boolean;
  /** who had it has handed it on, and nobody has taken it yet */
  handedOn: boolean;
  givenBack: boolean;
  /** what is being done with it: one thing after another */
  line: Promise<void>;
}

/** One that has just come to us, and of which nothing is known but its channel. */
export const arrived = (channel: AriChannel): AriCall => ({
  callId: channel.id,
  channelId: channel.id,
  callerId: callerIn(channel.caller.number),
  agentChannelId: null,
  extension: null,
  bridgeId: null,
  queueId: null,
  answered: false,
  held: false,
  handedOn: false,
  givenBack: false,
  line: Promise.resolve(),
});

export const needsAgent = (call: AriCall): boolean =>
  (!call.answered || call.handedOn) && call.agentChannelId === null && !call.givenBack;

/** The calls that this process has, by their own ids and by those of their channels. */
export class KnownCalls {
  private readonly logger = new Logger('Asterisk');
  private readonly calls = new Map<string, AriCall>();
  private readonly byChannel = new Map<string, AriCall>();

  find = (callId: string): AriCall | undefined => this.calls.get(callId);
  ofChannel = (channelId: string): AriCall | undefined => this.byChannel.get(channelId);
  all = (): AriCall[] => [...this.calls.values()];

  add(call: AriCall): void {
    this.calls.set(call.callId, call);
  }

  /** What happens to a channel from now on happens to this call. */
  addChannel(channelId: string, call: AriCall): void {
    this.byChannel.set(channelId, call);
  }

  forget(call: AriCall): void {
    this.calls.delete(call.callId);
    this.byChannel.delete(call.channelId);
  }

  forgetChannel(channelId: string): void {
    this.byChannel.delete(channelId);
  }

  /** Forgets everything, when another process has the connection. */
  clear(): void {
    this.calls.clear();
    this.byChannel.clear();
  }

  /** Does something with a call after what is being done with it. Failures are logged and given. */
  inLine<T>(call: AriCall, work: () => Promise<T>): Promise<T> {
    const done = call.line.then(work);
    call.line = done.then(
      () => undefined,
      (error: Error) => this.logger.warn(`${error.name}: ${error.message}`),
    );
    done.catch(() => undefined);
    return done;
  }
}
