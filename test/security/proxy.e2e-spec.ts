import { readFileSync } from 'node:fs';
import { request as http, type IncomingHttpHeaders } from 'node:http';
import { request as https } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithPrograms } from '#wasl/testing';
import { createPortal } from '../../apps/portal/src/create-portal.js';
import { PUBLIC_HOST, type RunningProxy, STAFF_HOST, startProxy } from '../support/proxy.js';
import { startSystem, type TestSystem } from '../support/system.js';

const ca = readFileSync(join(import.meta.dirname, '../support/certificates/proxy.crt'));

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

describeWithPrograms(['nginx'], 'the deployment’s proxy with a running system', () => {
  let system: TestSystem;
  let portal: NestExpressApplication;
  let proxy: RunningProxy;

  beforeAll(async () => {
    system = await startSystem(
      { admin: { role: 'administrator' } },
      {
        env: {
          TRUST_PROXY: '1',
          PUBLIC_URL: `https://${STAFF_HOST}`,
          PORTAL_URL: `https://${PUBLIC_HOST}`,
          PUBLIC_API_HOST: PUBLIC_HOST,
        },
      },
    );
    portal = await createPortal(system.settings);
    await portal.listen(0, '127.0.0.1');
    const portOf = (app: NestExpressApplication) => (app.getHttpServer().address() as AddressInfo).port;
    proxy = await startProxy({ api: portOf(system.api), portal: portOf(portal), mail: 1 });
  });
  afterAll(async () => {
    await proxy?.stop();
    await portal?.close();
    await system?.stop();
  });

  const get = (host: string, path: string, headers: Record<string, string> = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const options = { host: '127.0.0.1', port: proxy.https, servername: host, ca, path };
      https({ ...options, headers: { host, ...headers } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }));
      })
        .on('error', reject)
        .end();
    });

  it.each([
    ['/api/v1/session', 401, 404],
    ['/api/v1/tickets', 401, 404],
    ['/api/v1/admin/queues', 401, 404],
    // Routes are matched whatever their case.
    ['/API/v1/tickets', 401, 404],
    ['/api/v1/public/services', 404, 200],
    ['/open311/v2/services.json', 404, 200],
    ['/open311/discovery.json', 404, 200],
    ['/.well-known/security.txt', 200, 200],
    ['/metrics', 404, 404],
    ['/health/ready', 404, 404],
  ])('%s: %d for staff, %d for the public', async (path, onStaff, onPublic) => {
    const [staff, others] = [await get(STAFF_HOST, path), await get(PUBLIC_HOST, path)];
    expect([staff.status, others.status]).toEqual([onStaff, onPublic]);
  });

  it('serves the portal to the public', async () => {
    const { status, text } = await get(PUBLIC_HOST, '/en');
    expect([status, text.includes('<html')]).toEqual([200, true]);
  });

  it('sends one HSTS header for both', async () => {
    for (const host of [STAFF_HOST, PUBLIC_HOST]) {
      const { headers } = await get(host, '/.well-known/security.txt');
      expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    }
  });

  it('redirects HTTP to HTTPS, and refuses unknown hosts', async () => {
    const plain = (host: string) =>
      new Promise<[number, string | undefined]>((resolve, reject) => {
        http({ host: '127.0.0.1', port: proxy.http, path: '/x?y=1', headers: { host } }, (response) => {
          response.resume();
          resolve([response.statusCode!, response.headers.location]);
        })
          .on('error', reject)
          .end();
      });
    expect(await plain(STAFF_HOST)).toEqual([308, `https://${STAFF_HOST}/x?y=1`]);
    await expect(plain('evil.example')).rejects.toThrow(/hang up|ECONNRESET/);
    await expect(get('evil.example', '/')).rejects.toThrow(/alert|unrecognized|reset/i);
  });

  it('refuses a host that differs from the TLS server name', async () => {
    const { status } = await get(PUBLIC_HOST, '/api/v1/tickets', { host: 'evil.example' }).catch(() => ({
      status: 0,
    }));
    expect(status).not.toBe(200);
    expect(status).not.toBe(401);
  });

  it.each(['TLSv1', 'TLSv1.1'] as const)('refuses %s', async (version) => {
    const options = { host: '127.0.0.1', port: proxy.https, servername: STAFF_HOST, ca };
    const speaks = await new Promise<boolean>((resolve) => {
      const socket = connect(
        { ...options, minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' },
        () => {
          socket.destroy();
          resolve(true);
        },
      ).on('error', () => resolve(false));
    });
    expect(speaks).toBe(false);
  });

  it('ignores forwarding headers of clients', async () => {
    const answer = await get(PUBLIC_HOST, '/api/v1/tickets', {
      'x-forwarded-host': STAFF_HOST,
      forwarded: `host=${STAFF_HOST}`,
    });
    expect(answer.status).toBe(404);
    const same = await get(STAFF_HOST, '/api/v1/public/services', { 'x-forwarded-host': PUBLIC_HOST });
    expect(same.status).toBe(404);
  });

  it('limits sign-ins per source', async () => {
    const tries = await Promise.all(Array.from({ length: 40 }, () => get(STAFF_HOST, '/api/v1/session')));
    const statuses = new Set(tries.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([401, 429]);
  });
});

describe('the api behind the proxy', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem(
      {},
      { env: { PUBLIC_API_HOST: PUBLIC_HOST, PORTAL_URL: `https://${PUBLIC_HOST}` } },
    );
  });
  afterAll(() => system.stop());

  const statusAt = (host: string, path: string) =>
    new Promise<number>((resolve, reject) => {
      http(new URL(path, system.url), { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode!);
      })
        .on('error', reject)
        .end();
    });

  it.each([
    ['/api/v1/tickets', 401, 404],
    ['/api/v1/session', 401, 404],
    ['/api/v1/public/services', 404, 200],
    ['/open311/discovery.json', 404, 200],
    ['/health/live', 200, 200],
    ['/.well-known/security.txt', 200, 200],
  ])('%s: %d for staff, %d for the public', async (path, onStaff, onPublic) => {
    expect([await statusAt(STAFF_HOST, path), await statusAt(PUBLIC_HOST, path)]).toEqual([
      onStaff,
      onPublic,
    ]);
    expect(await statusAt(`${PUBLIC_HOST.toUpperCase()}:3000`, path)).toBe(onPublic);
  });
});
