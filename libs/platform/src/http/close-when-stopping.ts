import type { Server } from 'node:http';
import type { NextFunction, Request, Response } from 'express';

/**
 * While a server closes, closes the connection of each answer that ends. Node closes the connections that are idle at
 * that moment; one whose answer was still being sent would be kept alive, and with it the server, for `keepAliveTimeout`.
 */
export function closeWhenStopping(server: Server) {
  return (_request: Request, response: Response, next: NextFunction): void => {
    response.once('close', () => {
      // After the connection counts as idle.
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
    next();
  };
}
