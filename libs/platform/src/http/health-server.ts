import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { type RuntimeSettings, SETTINGS } from '../config/settings.js';
import { Metrics } from '../metrics/metrics.js';
import { Health } from './health.js';
import { mayReadMetrics } from './metrics-access.js';

const TIMEOUT_MS = 10_000;
const MAX_HEADERS = 50;

export interface HealthServer {
  url: string;
  close(): Promise<void>;
}

/**
 * `/health/live`, `/health/ready` and `/metrics` of a process that serves nothing else, with the answers that
 * HealthController gives in the others. Not an HTTP application of Nest: a probe needs none of its middleware.
 */
export async function serveHealth(app: INestApplicationContext, port: number): Promise<HealthServer> {
  const settings = app.get<RuntimeSettings>(SETTINGS);
  const health = app.get(Health);
  const metrics = app.get(Metrics);
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    switch (request.url?.split('?')[0]) {
      case '/health/live':
        return json(200, { status: 'ok' });
      case '/health/ready': {
        const { statusCode, body } = await health.readiness();
        return json(statusCode, body);
      }
      case '/metrics':
        if (!mayReadMetrics(settings, request.headers.authorization)) return NOTHING_HERE;
        return { status: 200, type: metrics.registry.contentType, text: await metrics.registry.metrics() };
      default:
        return NOTHING_HERE;
    }
  };
  const server = createServer((request, response) => {
    // Whatever a body holds, nobody reads it.
    request.resume();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      send(response, json(405, { status: 'method not allowed' }));
      return;
    }
    answer(request).then(
      (found) => send(response, found),
      () => send(response, json(500, { status: 'failed' })),
    );
  });
  server.maxHeadersCount = MAX_HEADERS;
  server.requestTimeout = TIMEOUT_MS;
  server.headersTimeout = TIMEOUT_MS;
  server.listen(port, settings.HOST);
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${bound}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Answer {
  status: number;
  type: string;
  text: string;
}

const json = (status: number, body: object): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  text: JSON.stringify(body),
});

const NOTHING_HERE = json(404, { status: 'not found' });

/** Node leaves out the body of an answer to HEAD. */
function send(response: ServerResponse, { status, type, text }: Answer): void {
  response
    .writeHead(status, {
      'Content-Type': type,
      'Content-Length': Buffer.byteLength(text),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .end(text);
}
