import type { AriCall, KnownCalls } from './ari-call.js';
import { AGENT_MARKER, returnToDialplan, subscribeToChannel } from './ari-channels.js';
import type { AriClient } from './ari-client.js';
import type { AsteriskCallsStore, StoredCall } from './asterisk-calls.store.js';
import { type AriChannel, type AriEvent, stasisArgs } from './domain/ari-events.js';
import { callerIn } from './domain/caller-in.js';

interface ReconcileContext {
  ari: AriClient;
  store: AsteriskCallsStore;
  known: KnownCalls;
  /** since when the PBX that had the calls is gone; null when it goes on */
  lostAt: Date | null;
  /** handles an event as if the PBX had just sent it */
  take: (event: AriEvent) => void;
}

/**
 * Runs after connecting and periodically: accepts calls that arrived unnoticed, ends calls that ended unnoticed, and
 * takes over calls of another process. Only calls known before the PBX was asked can be missing there.
 */
export async function reconcile(context: ReconcileContext): Promise<void> {
  const { ari, store, known, lostAt, take } = context;
  const before = known.all().map((call) => ({ call, agent: call.agentChannelId }));
  const stored = await store.listPresent();
  const channels = await ari.channels();
  const present = new Map(channels.map((channel) => [channel.id, channel]));
  for (const { call, agent } of before) {
    if (!present.has(call.channelId)) take(gone(call.channelId, lostAt));
    else if (agent && !present.has(agent)) take(gone(agent));
  }
  const released = new Set<string>();
  for (const kept of stored) {
    if (known.find(kept.callId)) continue;
    const channel = present.get(kept.channelId);
    if (!channel) endMissed(context, kept);
    else if (!stasisArgs(channel, ari.app)) continue;
    // A conversation that outlived what ended the call for us is still hung up by us; a caller who waited goes on.
    else if (!kept.ended || kept.answered) takeOver(context, kept, channel, present);
    else {
      released.add(channel.id);
      await returnToDialplan(ari, channel.id);
      await store.markLeft(kept.callId);
    }
  }
  for (const channel of channels) {
    const args = stasisArgs(channel, ari.app);
    if (args && !known.ofChannel(channel.id) && !released.has(channel.id))
      take({ type: 'StasisStart', channel, args });
  }
}

/** Ends a call that was not in this process and is over. */
function endMissed({ known, lostAt, take }: ReconcileContext, kept: StoredCall): void {
  adopt(known, kept, '');
  take(gone(kept.channelId, lostAt));
}

function takeOver(
  { ari, known, take }: ReconcileContext,
  kept: StoredCall,
  channel: AriChannel,
  present: Map<string, AriChannel>,
): void {
  const call = adopt(known, kept, callerIn(channel.caller.number));
  void known.enqueue(call, () => subscribeToChannel(ari, call.channelId));
  if (!kept.agentChannelId) return;
  const agent = present.get(kept.agentChannelId);
  // An agent channel of the previous process may have been answered, or not, unnoticed.
  if (!agent) take(gone(kept.agentChannelId));
  else if (!kept.answered && stasisArgs(agent, ari.app))
    take({ type: 'StasisStart', channel: agent, args: [AGENT_MARKER] });
}

function adopt(known: KnownCalls, kept: StoredCall, callerId: string): AriCall {
  const { ended: _, recording: __, ...parts } = kept;
  const call: AriCall = {
    ...parts,
    queueId: null,
    callerId,
    returnedToDialplan: false,
    lastTask: Promise.resolve(),
  };
  known.add(call);
  known.addChannel(call.channelId, call);
  if (call.agentChannelId) known.addChannel(call.agentChannelId, call);
  return call;
}

const gone = (channelId: string, lostAt: Date | null = null): AriEvent => ({
  type: 'ChannelDestroyed',
  cause: 16,
  ...(lostAt && { lostAt }),
  channel: { id: channelId } as AriChannel,
});
