import type { Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '#wasl/contracts';
import { isAskDue, type LineInput, newLine, stepLine } from './line-state.js';
import { useLive } from './live-store.js';

const TICK_MS = 500;

/** Monitors one connection and stores its status. */
export function watchLine(socket: Socket<ServerToClient, ClientToServer>) {
  let state = newLine;
  let lastProbedAt = 0;
  const feed = (type: LineInput['type']): void => {
    const before = state;
    state = stepLine(state, { type }, Date.now());
    if (state.line !== before.line || state.heardAt !== before.heardAt)
      useLive.setState({ line: state.line, heardAt: state.heardAt });
  };
  const sendProbe = (): void => {
    lastProbedAt = Date.now();
    feed('asked');
    const { id } = socket;
    socket.emit('probe', () => {
      if (socket.id === id) feed('answered');
    });
  };
  const timer = setInterval(() => {
    feed('tick');
    if (socket.connected && isAskDue(state, lastProbedAt, Date.now())) sendProbe();
  }, TICK_MS);
  feed('begin');
  return {
    feed,
    end: () => {
      clearInterval(timer);
      feed('ended');
    },
  };
}
