import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { IdleConnections } from './idle-connections.js';

@Module({ providers: [IdleConnections] })
class ServerModule {}

describe('a server that stops', () => {
  it('should end the answers under way, and not wait for their connections', async () => {
    const app = await NestFactory.create<NestExpressApplication>(ServerModule, { logger: false });
    let answer!: () => void;
    let arrived!: () => void;
    const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
    app.use((_request: Request, response: Response) => {
      answer = () => response.send('done');
      arrived();
    });
    await app.listen(0, '127.0.0.1');
    const server = app.getHttpServer();
    server.keepAliveTimeout = 65_000;
    const asked = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await hasArrived;
    const beginsToClose = new Promise<void>((resolve) => {
      const close = server.close.bind(server);
      server.close = (done) => {
        resolve();
        return close(done);
      };
    });
    const closed = app.close();
    await beginsToClose;
    answer();
    expect(await (await asked).text()).toBe('done');
    await closed;
  }, 10_000);
});
