import { CHAT_NAMESPACE, LIVE_NAMESPACE } from '#wasl/contracts';
import type { RateLimit, SocketEvents } from '#wasl/platform';
import { LIVE_EVENTS, LIVE_RATE } from '../../apps/api/src/live/live-events.js';
import { CHAT_EVENTS, CHAT_RATE } from '../../apps/portal/src/chat/chat-events.js';

export interface DeclaredNamespace {
  name: string;
  server: 'api' | 'portal';
  events: SocketEvents;
  rate: RateLimit & { disconnectAfterExcess: number };
  /** where it is created; a test compares this list with the code */
  file: string;
}

/** Every namespace that clients may connect to, with its declared events. */
export const NAMESPACES: DeclaredNamespace[] = [
  {
    name: LIVE_NAMESPACE,
    server: 'api',
    events: LIVE_EVENTS,
    rate: LIVE_RATE,
    file: 'apps/api/src/live/live-server.ts',
  },
  {
    name: CHAT_NAMESPACE,
    server: 'portal',
    events: CHAT_EVENTS,
    rate: CHAT_RATE,
    file: 'apps/portal/src/chat/chat-server.ts',
  },
];
