import { io, type Socket } from 'socket.io-client';
import { type ClientToServer, LIVE_NAMESPACE, type LiveRoom, type ServerToClient } from '#wasl/contracts';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import { applyEvent, applySnapshot } from './apply-events.js';
import { noteProjected, useLive } from './live-store.js';
import { refreshAllLists } from './refresh-lists.js';
import { initialRoom, type RoomEffect, type RoomInput, type RoomState, reduceRoom } from './room-sequence.js';
import { watchConnection } from './watch-connection.js';

interface OpenRoom {
  state: RoomState;
  /** number of components that show the room */
  users: number;
  /** number of components that only follow its events */
  followers: number;
  /** whether the last subscription was `aside` (no presence in the room) */
  aside: boolean;
}

const RETRY_BACKOFF_MS = 400;
const ANSWER_TIMEOUT_MS = 8_000;
const REFUSED_RETRY_MS = 10_000;
const TYPING_EXPIRY_MS = 6_000;
/** Delay before leaving a room, because the next component often joins the same one. */
const LEAVE_DELAY_MS = 300;

let socket: Socket<ServerToClient, ClientToServer> | undefined;
const rooms = new Map<LiveRoom, OpenRoom>();

let monitor: ReturnType<typeof watchConnection> | undefined;
const onHeard = () => monitor?.feed('heard');

export function connectLive(): () => void {
  const line = io(LIVE_NAMESPACE, { transports: ['websocket', 'polling'], tryAllTransports: true });
  socket = line;
  const newMonitor = watchConnection(line);
  monitor = newMonitor;
  line.on('connect', () => {
    const again = useLive.getState().connection === 'lost';
    newMonitor.feed('opened');
    useLive.setState({ refused: {} });
    for (const room of rooms.keys()) feed(room, { type: 'join' });
    if (again) refreshAllLists();
  });
  line.on('disconnect', (reason) => {
    newMonitor.feed('closed');
    for (const room of rooms.keys()) feed(room, { type: 'lost' });
    if (reason === 'io server disconnect') void reconnectIfSignedIn();
  });
  line.on('connect_error', (error) => {
    newMonitor.feed('failed');
    if (error.message === 'unauthorized') void reconnectIfSignedIn();
    // For other refusals, such as too many sockets, socket.io does not reconnect by itself.
    else if (!line.active) setTimeout(() => socket === line && line.connect(), REFUSED_RETRY_MS);
  });
  line.on('event', (event) => {
    onHeard();
    feed(event.room, { type: 'event', event });
  });
  line.on('projected', (projected) => {
    onHeard();
    noteProjected(projected);
  });
  line.on('typing', ({ number }) => showTyping(number));
  line.io.on('ping', onHeard);
  return () => {
    newMonitor.end();
    useLive.setState({ calls: [], viewers: {}, unread: {} });
    line.disconnect();
    socket = undefined;
    rooms.clear();
  };
}

/** The requester of a live chat is typing; the indicator expires after some seconds. */
function showTyping(number: string): void {
  const until = Date.now() + TYPING_EXPIRY_MS;
  useLive.setState(({ typingUntil }) => ({ typingUntil: { ...typingUntil, [number]: until } }));
  setTimeout(() => {
    useLive.setState(({ typingUntil }) => {
      if (typingUntil[number] !== until) return {};
      const { [number]: _over, ...rest } = typingUntil;
      return { typingUntil: rest };
    });
  }, TYPING_EXPIRY_MS);
}

/** socket.io does not reconnect by itself after the server closed the connection; this does, with a valid session. */
async function reconnectIfSignedIn(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: queryKeys.session });
  const line = socket;
  if (!line || !queryClient.getQueryData(queryKeys.session)) return;
  setTimeout(() => {
    if (socket === line && !line.connected) line.connect();
  }, 2_000);
}

/**
 * Joins a room until the returned function is called.
 * @param aside follow only: the user is not shown to others as a viewer of the ticket
 */
export function joinRoom(room: LiveRoom, aside = false): () => void {
  const open = rooms.get(room) ?? { state: initialRoom, users: 0, followers: 0, aside };
  rooms.set(room, open);
  const count = aside ? 'followers' : 'users';
  open[count] += 1;
  if (socket?.connected && (open.state.phase === 'idle' || isFollowOnly(open) !== open.aside))
    feed(room, { type: 'join' });
  return () => {
    open[count] -= 1;
    setTimeout(() => leaveIfUnused(room, open), LEAVE_DELAY_MS);
  };
}

const isFollowOnly = (open: OpenRoom): boolean => open.users === 0;

function leaveIfUnused(room: LiveRoom, open: OpenRoom): void {
  if (rooms.get(room) !== open) return;
  if (open.users + open.followers > 0) {
    if (socket?.connected && isFollowOnly(open) !== open.aside) feed(room, { type: 'join' });
    return;
  }
  rooms.delete(room);
  if (socket?.connected) socket.emit('unsubscribe', { room });
}

export function sendTyping(number: string): void {
  if (socket?.connected) socket.volatile.emit('typing', { number });
}

function feed(room: LiveRoom, input: RoomInput): void {
  const open = rooms.get(room);
  if (!open) return;
  const step = reduceRoom(open.state, input);
  open.state = step.state;
  for (const effect of step.effects) runEffect(room, open, effect);
}

function runEffect(room: LiveRoom, open: OpenRoom, effect: RoomEffect): void {
  switch (effect.do) {
    case 'apply':
      return applyEvent(effect.event);
    case 'snapshot':
      onHeard();
      return applySnapshot(room, effect.snapshot);
    case 'refused':
      return useLive.setState(({ refused }) => ({ refused: { ...refused, [room]: effect.code } }));
    case 'subscribe':
      setTimeout(() => subscribe(room, open, effect.since), effect.attempt * RETRY_BACKOFF_MS);
  }
}

function subscribe(room: LiveRoom, open: OpenRoom, since: number | undefined): void {
  const line = socket;
  if (!line?.connected || rooms.get(room) !== open) return;
  const { id } = line;
  open.aside = isFollowOnly(open);
  const request = { room, ...(since !== undefined && { since }), ...(open.aside && { aside: true }) };
  line.timeout(ANSWER_TIMEOUT_MS).emit('subscribe', request, (late, answer) => {
    // ignore an answer from an earlier connection, or for a room left meanwhile
    if (line.id !== id || rooms.get(room) !== open) return;
    if (!late && answer.ok && answer.projected) noteProjected(answer.projected);
    feed(room, late ? { type: 'join' } : { type: 'answer', answer });
  });
}
