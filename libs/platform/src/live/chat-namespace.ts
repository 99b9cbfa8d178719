import type { Namespace, Server } from 'socket.io';

/**
 * Opens a namespace only to send into it: its sockets are in other processes, which know how to admit them. Whoever
 * tries to enter here is refused.
 */
export function sendOnly(server: Server, name: string): Namespace {
  const namespace = server.of(name);
  namespace.use((_socket, next) => next(new Error('unauthorized')));
  return namespace;
}
