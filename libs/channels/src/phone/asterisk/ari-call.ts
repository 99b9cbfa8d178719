import { Logger } from '@nestjs/common';
import type { AriChannel } from './domain/ari-events.js';
import { callerIn } from './domain/caller-in.js';

/** A call in our Stasis application, as known to this process. */
export interface AriCall {
  callId: string;
  channelId: string;
  callerId: string;
  agentChannelId: string | null;
  extension: string | null;
  bridgeId: string | null;
  /** the queue it waits in, once known */
  queueId: string | null;
  answered: boolean;
  held: boolean;
  /** its agent has transferred it, and nobody has answered yet */
  transferred: boolean;
  returnedToDialplan: boolean;
  /** its last task; tasks of one call run in order */
  lastTask: Promise<void>;
}

/** A call that has just arrived, of which only the channel is known. */
export const newAriCall = (channel: AriChannel): AriCall => ({
  callId: channel.id,
  channelId: channel.id,
  callerId: callerIn(channel.caller.number),
  agentChannelId: null,
  extension: null,
  bridgeId: null,
  queueId: null,
  answered: false,
  held: false,
  transferred: false,
  returnedToDialplan: false,
  lastTask: Promise.resolve(),
});

export const needsAgent = (call: AriCall): boolean =>
  (!call.answered || call.transferred) && call.agentChannelId === null && !call.returnedToDialplan;

/** The calls of this process, by call id and by channel id. */
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

  /** Events of the channel now belong to this call. */
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

  /** Clears everything, when another process takes over the connection. */
  clear(): void {
    this.calls.clear();
    this.byChannel.clear();
  }

  /** Runs a task after the earlier tasks of the call. Failures are logged and returned. */
  enqueue<T>(call: AriCall, work: () => Promise<T>): Promise<T> {
    const done = call.lastTask.then(work);
    call.lastTask = done.then(
      () => undefined,
      (error: Error) => this.logger.warn(`${error.name}: ${error.message}`),
    );
    done.catch(() => undefined);
    return done;
  }
}
