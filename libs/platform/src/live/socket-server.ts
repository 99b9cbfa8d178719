import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type ServerOptions } from 'socket.io';
import { isForeignOrigin } from '../auth/same-site.js';
import type { RuntimeSettings } from '../config/settings.js';
import { connectionSource } from './connection-source.js';
import { ConnectionLimiter } from './connection-limiter.js';

/**
 * A connection that has not joined a namespace within this time is closed; one that was admitted but never opened is no
 * longer counted.
 */
const JOIN_WITHIN_MS = 10_000;

export interface SocketServerOptions {
  settings: Pick<RuntimeSettings, 'TRUST_PROXY' | 'SOCKETS_PER_ADDRESS'>;
  /** the origin under which our own pages are served */
  origin: string;
  /** maximum size of one client message */
  maxBytes: number;
  adapter: NonNullable<ServerOptions['adapter']>;
  transports?: ServerOptions['transports'];
}

export interface SocketServer {
  io: Server;
  attach(http: HttpServer): void;
}

/**
 * Creates a socket.io server with the common settings: origin check, size limits, timeouts, and a limit of connections
 * per source.
 */
export function createSocketServer(options: SocketServerOptions): SocketServer {
  const connections = new ConnectionLimiter(options.settings.SOCKETS_PER_ADDRESS);
  const releases = new WeakMap<IncomingMessage, () => void>();
  /** Counted on admission, not on opening, because many connections could be admitted in between. */
  const admit = (request: IncomingMessage): boolean => {
    const { origin, host } = request.headers;
    if (isForeignOrigin(origin, host, [options.origin])) return false;
    const release = connections.acquire(connectionSource(request, options.settings.TRUST_PROXY));
    if (!release) return false;
    releases.set(request, release);
    setTimeout(() => releases.has(request) && release(), JOIN_WITHIN_MS).unref();
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
      const release = releases.get(connection.request);
      releases.delete(connection.request);
      if (release) connection.once('close', release);
    });
  };
  return { io, attach };
}

interface EngineConnection {
  request: IncomingMessage;
  once(event: 'close', listener: () => void): void;
}
