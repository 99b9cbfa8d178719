import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { closeWhenStopping } from './close-when-stopping.js';

describe('a server that stops', () => {
  it('should end the answers under way, and not wait for their connections', async () => {
    const app = express();
    const server = createServer(app);
    server.keepAliveTimeout = 65_000;
    let answer!: () => void;
    let arrived!: () => void;
    const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
    app.use(closeWhenStopping(server));
    app.get('/', (_request, response) => {
      answer = () => response.send('done');
      arrived();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const asked = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await hasArrived;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    answer();
    expect(await (await asked).text()).toBe('done');
    await closed;
  }, 10_000);
});
