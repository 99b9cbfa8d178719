import { io, type Socket } from 'socket.io-client';
import { type ClientToServer, LIVE_NAMESPACE, type LiveRoom, type ServerToClient } from '#wasl/contracts';
import { keys } from '../api/keys.js';
import { queryClient } from '../api/query-client.js';
import { applyEvent, applySnapshot } from './apply.js';
import { useLive } from './live-store.js';
import { refreshAllLists } from './refresh-lists.js';
import { newRoom, type RoomEffect, type RoomInput, type RoomState, stepRoom } from './room-sequence.js';
import { watchLine } from './watch-line.js';

interface OpenRoom {
  state: RoomState;
  /** parts of the page that show it */
  users: number;
  /** parts that only want to know what happens there */
  followers: number;
  /** whether the server was last told that it is only followed */
  aside: boolean;
}

const RETRY_STEP = 400;
const PATIENCE = 8_000;
const REFUSED_AGAIN = 10_000;
const WRITING_FOR = 6_000;
/** A part of the page that goes and one that comes often need the same room; leaving waits for that. */
const LEAVE_AFTER = 300;

let socket: Socket<ServerToClient, ClientToServer> | undefined;
const rooms = new Map<LiveRoom, OpenRoom>();

let watch: ReturnType<typeof watchLine> | undefined;
const heard = () => watch?.feed('heard');

export function connectLive(): () => void {
  const line = io(LIVE_NAMESPACE, { transports: ['websocket', 'polling'], tryAllTransports: true });
  socket = line;
  const watching = watchLine(line);
  watch = watching;
  line.on('connect', () => {
    const again = useLive.getState().line === 'lost';
    watching.feed('opened');
    useLive.setState({ refused: {} });
    for (const room of rooms.keys()) feed(room, { type: 'join' });
    if (again) refreshAllLists();
  });
  line.on('disconnect', (reason) => {
    watching.feed('closed');
    for (const room of rooms.keys()) feed(room, { type: 'lost' });
    if (reason === 'io server disconnect') void reconnectIfSignedIn();
  });
  line.on('connect_error', (error) => {
    watching.feed('failed');
    if (error.message === 'unauthorized') void reconnectIfSignedIn();
    // Refused for another reason, such as too many windows: socket.io does not come back by itself then.
    else if (!line.active) setTimeout(() => socket === line && line.connect(), REFUSED_AGAIN);
  });
  line.on('event', (event) => {
    heard();
    feed(event.room, { type: 'event', event });
  });
  line.on('typing', ({ number }) => noteWriting(number));
  line.io.on('ping', heard);
  return () => {
    watching.end();
    useLive.setState({ calls: [], viewers: {}, unread: {} });
    line.disconnect();
    socket = undefined;
    rooms.clear();
  };
}

/** The requester of a live chat writes; forgotten when nothing more is heard for some seconds. */
function noteWriting(number: string): void {
  const until = Date.now() + WRITING_FOR;
  useLive.setState(({ writing }) => ({ writing: { ...writing, [number]: until } }));
  setTimeout(() => {
    useLive.setState(({ writing }) => {
      if (writing[number] !== until) return {};
      const { [number]: _over, ...rest } = writing;
      return { writing: rest };
    });
  }, WRITING_FOR);
}

/** The server ended the line on purpose; socket.io does not come back by itself then. Signed out, nobody should. */
async function reconnectIfSignedIn(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: keys.session });
  const line = socket;
  if (!line || !queryClient.getQueryData(keys.session)) return;
  setTimeout(() => {
    if (socket === line && !line.connected) line.connect();
  }, 2_000);
}

/**
 * Stays in a room until the returned function is called.
 * @param aside only follows it: others on a ticket are not told that this person is there
 */
export function enterRoom(room: LiveRoom, aside = false): () => void {
  const open = rooms.get(room) ?? { state: newRoom, users: 0, followers: 0, aside };
  rooms.set(room, open);
  const count = aside ? 'followers' : 'users';
  open[count] += 1;
  if (socket?.connected && (open.state.phase === 'idle' || isAside(open) !== open.aside))
    feed(room, { type: 'join' });
  return () => {
    open[count] -= 1;
    setTimeout(() => leaveIfUnused(room, open), LEAVE_AFTER);
  };
}

const isAside = (open: OpenRoom): boolean => open.users === 0;

function leaveIfUnused(room: LiveRoom, open: OpenRoom): void {
  if (rooms.get(room) !== open) return;
  if (open.users + open.followers > 0) {
    if (socket?.connected && isAside(open) !== open.aside) feed(room, { type: 'join' });
    return;
  }
  rooms.delete(room);
  if (socket?.connected) socket.emit('unsubscribe', { room });
}

export function sayTyping(number: string): void {
  if (socket?.connected) socket.volatile.emit('typing', { number });
}

function feed(room: LiveRoom, input: RoomInput): void {
  const open = rooms.get(room);
  if (!open) return;
  const step = stepRoom(open.state, input);
  open.state = step.state;
  for (const effect of step.effects) carryOut(room, open, effect);
}

function carryOut(room: LiveRoom, open: OpenRoom, effect: RoomEffect): void {
  switch (effect.do) {
    case 'apply':
      return applyEvent(effect.event);
    case 'snapshot':
      heard();
      return applySnapshot(room, effect.snapshot);
    case 'refused':
      return useLive.setState(({ refused }) => ({ refused: { ...refused, [room]: effect.code } }));
    case 'subscribe':
      setTimeout(() => subscribe(room, open, effect.since), effect.attempt * RETRY_STEP);
  }
}

function subscribe(room: LiveRoom, open: OpenRoom, since: number | undefined): void {
  const line = socket;
  if (!line?.connected || rooms.get(room) !== open) return;
  const { id } = line;
  open.aside = isAside(open);
  const request = { room, ...(since !== undefined && { since }), ...(open.aside && { aside: true }) };
  line.timeout(PATIENCE).emit('subscribe', request, (late, answer) => {
    // an answer over an earlier connection, or to a room left since, says nothing about now
    if (line.id !== id || rooms.get(room) !== open) return;
    feed(room, late ? { type: 'join' } : { type: 'answer', answer });
  });
}
