import { type AriClient, AriError } from './ari-client.js';
import type { AriChannel } from './domain/ari-events.js';

/** By this word we know an agent's telephone that we rang, when it comes into our application. */
export const AGENT_WORD = 'wasl-agent';

/** Channels and bridges that we make have names of ours. */
export const isOurs = (channelId: string): boolean => channelId.startsWith('wasl-');

const at = (channelId: string) => `/channels/${encodeURIComponent(channelId)}`;
const bridgeAt = (bridgeId: string) => `/bridges/${encodeURIComponent(bridgeId)}`;

/** What is gone already needs not be ended. */
async function unlessGone(done: Promise<unknown>): Promise<void> {
  await done.catch((error: unknown) => {
    if (!(error instanceof AriError && [404, 409, 412, 422].includes(error.status))) throw error;
  });
}

/** The caller is answered, and hears music until somebody comes. */
export async function keepWaiting(ari: AriClient, channel: Pick<AriChannel, 'id' | 'state'>): Promise<void> {
  if (channel.state !== 'Up') await ari.post(`${at(channel.id)}/answer`);
  await ari.post(`${at(channel.id)}/moh`);
}

/**
 * Rings at an agent's telephone. Who calls goes in the body: addresses are written into logs.
 * @throws AriError when the exchange has no such telephone
 */
export async function ringAt(
  ari: AriClient,
  call: { callId: string; channelId: string },
  telephone: { channelId: string; extension: string; seconds: number; callerId: string },
): Promise<void> {
  await ari.post(
    '/channels',
    {
      endpoint: `PJSIP/${telephone.extension}`,
      app: ari.app,
      appArgs: `${AGENT_WORD},${call.callId}`,
      channelId: telephone.channelId,
      originator: call.channelId,
      timeout: telephone.seconds,
    },
    { ...(telephone.callerId && { callerId: telephone.callerId }), variables: {} },
  );
}

export async function makeBridge(ari: AriClient, bridgeId: string): Promise<void> {
  await ari.post('/bridges', { type: 'mixing', bridgeId, name: bridgeId });
}

/** Both talk. @throws AriError when one has hung up meanwhile */
export async function join(
  ari: AriClient,
  bridgeId: string,
  channels: { caller: string; agent: string },
): Promise<void> {
  await unlessGone(ari.delete(`${at(channels.caller)}/moh`));
  await ari.post(`${bridgeAt(bridgeId)}/addChannel`, { channel: `${channels.caller},${channels.agent}` });
}

export async function hold(ari: AriClient, bridgeId: string, caller: string): Promise<void> {
  await ari.post(`${bridgeAt(bridgeId)}/removeChannel`, { channel: caller });
  await ari.post(`${at(caller)}/moh`);
}

export async function resume(ari: AriClient, bridgeId: string, caller: string): Promise<void> {
  await unlessGone(ari.delete(`${at(caller)}/moh`));
  await ari.post(`${bridgeAt(bridgeId)}/addChannel`, { channel: caller });
}

export const hangUp = (ari: AriClient, channelId: string, reason: 'normal' | 'busy' = 'normal') =>
  unlessGone(ari.delete(at(channelId), { reason }));

export const removeBridge = (ari: AriClient, bridgeId: string) => unlessGone(ari.delete(bridgeAt(bridgeId)));

/** The dialplan goes on after `Stasis()`. */
export const giveBack = (ari: AriClient, channelId: string) =>
  unlessGone(ari.post(`${at(channelId)}/continue`));

/** We hear of the channel's end, with its cause, also when it is not in our application any more. */
export const follow = (ari: AriClient, channelId: string) =>
  unlessGone(
    ari.post(`/applications/${encodeURIComponent(ari.app)}/subscription`, {
      eventSource: `channel:${channelId}`,
    }),
  );

export async function record(
  ari: AriClient,
  bridgeId: string,
  name: string,
  change: 'on' | 'paused' | 'resumed' | 'over',
): Promise<void> {
  const live = `/recordings/live/${encodeURIComponent(name)}`;
  switch (change) {
    case 'on':
      await ari.post(`${bridgeAt(bridgeId)}/record`, { name, format: 'wav', ifExists: 'append' });
      return;
    case 'paused':
      await ari.post(`${live}/pause`);
      return;
    case 'resumed':
      await unlessGone(ari.delete(`${live}/pause`));
      return;
    case 'over':
      await unlessGone(ari.post(`${live}/stop`));
  }
}
