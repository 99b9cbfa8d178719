import type { Server } from 'node:http';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationShutdown,
  Optional,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

const SWEEP_MS = 200;

/**
 * Closes idle keep-alive connections while the HTTP server closes. Node does so once, when it begins: a connection whose
 * answer is still being sent then would keep the server open for `keepAliveTimeout`.
 */
@Injectable()
export class IdleConnections implements BeforeApplicationShutdown, OnApplicationShutdown {
  private sweep?: NodeJS.Timeout;

  /** @param host without an adapter in a process that serves nothing */
  constructor(@Optional() @Inject(HttpAdapterHost) private readonly host?: HttpAdapterHost) {}

  /** Nest closes the server after this. */
  beforeApplicationShutdown(): void {
    const server = this.host?.httpAdapter?.getHttpServer() as Server | undefined;
    this.sweep = setInterval(() => server?.closeIdleConnections(), SWEEP_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweep);
  }
}
