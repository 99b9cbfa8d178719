import { type EndpointPattern, endpointOf } from '../domain/endpoints.js';
import { type AriClient, AriError } from './ari-client.js';
import type { AriChannel } from './domain/ari-events.js';

/** The Stasis argument that marks an agent channel that we originated. */
export const AGENT_MARKER = 'wasl-agent';

/** Channels and bridges that we create have ids with our prefix. */
export const isOurs = (channelId: string): boolean => channelId.startsWith('wasl-');

const channelPath = (channelId: string) => `/channels/${encodeURIComponent(channelId)}`;
const bridgePath = (bridgeId: string) => `/bridges/${encodeURIComponent(bridgeId)}`;

/** Ignores the error when the channel or bridge no longer exists. */
async function ignoreIfGone(done: Promise<unknown>): Promise<void> {
  await done.catch((error: unknown) => {
    if (!(error instanceof AriError && [404, 409, 412, 422].includes(error.status))) throw error;
  });
}

/** Answers the caller and plays music on hold. */
export async function answerWithMusic(
  ari: AriClient,
  channel: Pick<AriChannel, 'id' | 'state'>,
): Promise<void> {
  if (channel.state !== 'Up') await ari.post(`${channelPath(channel.id)}/answer`);
  await ari.post(`${channelPath(channel.id)}/moh`);
}

/**
 * Rings an agent's extension. The caller id is sent in the body, because URLs are written to logs.
 * @throws AriError when the PBX has no such extension
 */
export async function dialExtension(
  ari: AriClient,
  call: { callId: string; channelId: string },
  telephone: {
    channelId: string;
    extension: string;
    seconds: number;
    callerId: string;
    pattern: EndpointPattern;
  },
): Promise<void> {
  await ari.post(
    '/channels',
    {
      endpoint: endpointOf(telephone.extension, telephone.pattern),
      app: ari.app,
      appArgs: `${AGENT_MARKER},${call.callId}`,
      channelId: telephone.channelId,
      originator: call.channelId,
      timeout: telephone.seconds,
    },
    { ...(telephone.callerId && { callerId: telephone.callerId }), variables: {} },
  );
}

export async function createBridge(ari: AriClient, bridgeId: string): Promise<void> {
  await ari.post('/bridges', { type: 'mixing', bridgeId, name: bridgeId });
}

/** Connects caller and agent. @throws AriError when one has hung up meanwhile */
export async function bridgeChannels(
  ari: AriClient,
  bridgeId: string,
  channels: { caller: string; agent: string },
): Promise<void> {
  await ignoreIfGone(ari.delete(`${channelPath(channels.caller)}/moh`));
  await ari.post(`${bridgePath(bridgeId)}/addChannel`, { channel: `${channels.caller},${channels.agent}` });
}

export async function hold(ari: AriClient, bridgeId: string, caller: string): Promise<void> {
  await ari.post(`${bridgePath(bridgeId)}/removeChannel`, { channel: caller });
  await ari.post(`${channelPath(caller)}/moh`);
}

export async function resume(ari: AriClient, bridgeId: string, caller: string): Promise<void> {
  await ignoreIfGone(ari.delete(`${channelPath(caller)}/moh`));
  await ari.post(`${bridgePath(bridgeId)}/addChannel`, { channel: caller });
}

export const hangUp = (ari: AriClient, channelId: string, reason: 'normal' | 'busy' = 'normal') =>
  ignoreIfGone(ari.delete(channelPath(channelId), { reason }));

export const removeBridge = (ari: AriClient, bridgeId: string) =>
  ignoreIfGone(ari.delete(bridgePath(bridgeId)));

/** Returns the channel to the dialplan, after `Stasis()`. */
export const returnToDialplan = (ari: AriClient, channelId: string) =>
  ignoreIfGone(ari.post(`${channelPath(channelId)}/continue`));

/** Subscribes to the channel, so that its end and cause are reported even after it has left our application. */
export const subscribeToChannel = (ari: AriClient, channelId: string) =>
  ignoreIfGone(
    ari.post(`/applications/${encodeURIComponent(ari.app)}/subscription`, {
      eventSource: `channel:${channelId}`,
    }),
  );

export async function changeRecording(
  ari: AriClient,
  bridgeId: string,
  name: string,
  change: 'on' | 'paused' | 'resumed' | 'over',
): Promise<void> {
  const live = `/recordings/live/${encodeURIComponent(name)}`;
  switch (change) {
    case 'on':
      await ari.post(`${bridgePath(bridgeId)}/record`, { name, format: 'wav', ifExists: 'append' });
      return;
    case 'paused':
      await ari.post(`${live}/pause`);
      return;
    case 'resumed':
      await ignoreIfGone(ari.delete(`${live}/pause`));
      return;
    case 'over':
      await ignoreIfGone(ari.post(`${live}/stop`));
  }
}
