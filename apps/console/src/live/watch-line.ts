import type { Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '#wasl/contracts';
import { isAskDue, type LineInput, newLine, stepLine } from './line-state.js';
import { useLive } from './live-store.js';

const LOOK_EVERY_MS = 500;

/** Follows one connection, and notes in the store what people should know of it. */
export function watchLine(socket: Socket<ServerToClient, ClientToServer>) {
  let state = newLine;
  let lastAskedAt = 0;
  const feed = (type: LineInput['type']): void => {
    const before = state;
    state = stepLine(state, { type }, Date.now());
    if (state.line !== before.line || state.heardAt !== before.heardAt)
      useLive.setState({ line: state.line, heardAt: state.heardAt });
  };
  const ask = (): void => {
    lastAskedAt = Date.now();
    feed('asked');
    const { id } = socket;
    socket.emit('probe', () => {
      if (socket.id === id) feed('answered');
    });
  };
  const timer = setInterval(() => {
    feed('tick');
    if (socket.connected && isAskDue(state, lastAskedAt, Date.now())) ask();
  }, LOOK_EVERY_MS);
  feed('begin');
  return {
    feed,
    end: () => {
      clearInterval(timer);
      feed('ended');
    },
  };
}
