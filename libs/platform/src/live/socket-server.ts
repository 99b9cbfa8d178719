import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type ServerOptions } from 'socket.io';
import { isForeignOrigin } from '../auth/same-site.js';
import type { RunningSettings } from '../config/settings.js';
import { connectionSource } from './connection-source.js';
import { ConnectionsBySource } from './connections-by-source.js';

/** A connection that has joined no namespace by then is closed; one that was not opened by then is no longer counted. */
const JOIN_WITHIN_MS = 10_000;

export interface SocketServerOptions {
  settings: Pick<RunningSettings, 'TRUST_PROXY' | 'SOCKETS_PER_ADDRESS'>;
  /** the origin under which our own pages are served */
  origin: string;
  /** of one message of a client */
  maxBytes: number;
  adapter: NonNullable<ServerOptions['adapter']>;
  transports?: ServerOptions['transports'];
}

export interface SocketServer {
  io: Server;
  attach(http: HttpServer): void;
}

/** A socket.io server with what all of ours have in common: origins, sizes, times, and a bound of connections per source. */
export function createSocketServer(options: SocketServerOptions): SocketServer {
  const connections = new ConnectionsBySource(options.settings.SOCKETS_PER_ADDRESS);
  const leaves = new WeakMap<IncomingMessage, () => void>();
  /** Counted when it is admitted, not when it is open: any number could come in between. */
  const admit = (request: IncomingMessage): boolean => {
    const { origin, host } = request.headers;
    if (isForeignOrigin(origin, host, [options.origin])) return false;
    const leave = connections.enter(connectionSource(request, options.settings.TRUST_PROXY));
    if (!leave) return false;
    leaves.set(request, leave);
    setTimeout(() => leaves.has(request) && leave(), JOIN_WITHIN_MS).unref();
    return true;
  };
  const io = new Server({
    path: '/socket.io',
    adapter: options.adapter,
    serveClient: false,
    ...(options.transports && { transports: options.transports }),
    maxHttpBufferSize: options.maxBytes,
    connectTimeout: JOIN_WITHIN_MS,
    pingInterval: 20_000,
    pingTimeout: 15_000,
    allowRequest: (request, decide) => decide(null, admit(request)),
  });
  const attach = (http: HttpServer) => {
    io.attach(http);
    io.engine.on('connection', (connection: EngineConnection) => {
      const leave = leaves.get(connection.request);
      leaves.delete(connection.request);
      if (leave) connection.once('close', leave);
    });
  };
  return { io, attach };
}

interface EngineConnection {
  request: IncomingMessage;
  once(event: 'close', listener: () => void): void;
}
