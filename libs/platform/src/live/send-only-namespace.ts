import type { Namespace, Server } from 'socket.io';

/**
 * Opens a namespace only for sending: its sockets connect to other processes, which authenticate them. Connections to
 * this process are refused.
 */
export function openSendOnlyNamespace(server: Server, name: string): Namespace {
  const namespace = server.of(name);
  namespace.use((_socket, next) => next(new Error('unauthorized')));
  return namespace;
}
