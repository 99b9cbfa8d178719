import type { Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '#wasl/contracts';
import { isProbeDue, type ConnectionInput, initialConnection, reduceConnection } from './connection-state.js';
import { useLive } from './live-store.js';

const TICK_MS = 500;

/** Monitors one connection and stores its status. */
export function watchConnection(socket: Socket<ServerToClient, ClientToServer>) {
  let state = initialConnection;
  let lastProbedAt = 0;
  const feed = (type: ConnectionInput['type']): void => {
    const before = state;
    state = reduceConnection(state, { type }, Date.now());
    if (state.status !== before.status || state.lastHeardAt !== before.lastHeardAt)
      useLive.setState({ connection: state.status, lastHeardAt: state.lastHeardAt });
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
    if (socket.connected && isProbeDue(state, lastProbedAt, Date.now())) sendProbe();
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
