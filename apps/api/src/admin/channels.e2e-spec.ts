import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

describe('administration of channels', () => {
  let system: TestSystem;
  let gateway: Server;
  let status = 405;
  const asked: string[] = [];
  let root: Client;

  beforeAll(async () => {
    gateway = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(status).end();
    });
    await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done));
    const { port } = gateway.address() as AddressInfo;
    system = await startSystem(
      { root: { role: 'administrator' }, mona: {} },
      {
        env: {
          MESSAGING_URL: `http://127.0.0.1:${port}`,
          MESSAGING_SECRET: 'a secret for tests only',
          // Nothing listens on this privileged port.
          SMTP_OUT_URL: 'smtp://127.0.0.1:1',
        },
      },
    );
    root = await system.signInAs('root');
  });
  afterAll(async () => {
    gateway.close();
    await system.stop();
  });

  const test = async (channel: string) => await root.post(`/api/v1/admin/channels/${channel}/test`);

  it('should be listed with their configuration state', async () => {
    const { body } = await root.get('/api/v1/admin/channels');
    const set = (body.data as { channel: string; isSet: boolean }[]).map(({ channel, isSet }) => [
      channel,
      isSet,
    ]);
    expect(set).toEqual([
      ['console', true],
      ['portal', true],
      ['mail_out', true],
      ['mailbox', false],
      ['texts', true],
      ['exchange_calls', false],
      ['exchange_queues', false],
      ['scanner', false],
    ]);
  });

  it('should say on which of them a contact has come in', async () => {
    const contacts = async () => (await root.get('/api/v1/admin/channels')).body.contacts;
    const [phone, email] = [
      { channel: 'phone', isSet: true, used: false },
      { channel: 'email', isSet: true, used: false },
    ];
    const texts = { channel: 'texts', isSet: true, used: false };
    expect(await contacts()).toEqual([phone, email, { channel: 'web', isSet: true, used: false }, texts]);
    await system.anonymous.post('/api/v1/public/tickets', {
      kind: 'enquiry',
      subject: 's',
      description: 'd',
      language: 'en',
      requester: { name: 'x', audience: 'citizen' },
    });
    const call = { event: 'newCall', from: '+97317123456', to: '1', direction: 'in', callId: '1' };
    await system.anonymous.post('/api/v1/cti/cti-token-for-tests', call);
    expect(await contacts()).toEqual([
      { ...phone, used: true },
      email,
      { channel: 'web', isSet: true, used: true },
      texts,
    ]);
  });

  it('should be checked by connecting, without sending anything', async () => {
    expect(await test('texts')).toMatchObject({ status: 200, body: { ok: true, fault: null } });
    expect(asked).toEqual(['HEAD /messages']);
    status = 503;
    expect((await test('texts')).body).toMatchObject({ ok: false, fault: 'gateway answered 503' });
  });

  it('should say why a channel does not work', async () => {
    expect((await test('mail_out')).body).toMatchObject({
      ok: false,
      fault: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('should not check unconfigured channels, nor without permission', async () => {
    for (const channel of ['scanner', 'mailbox', 'telepathy'])
      expect((await test(channel)).body.code).toBe('channel.not_set');
    const mona = await system.signInAs('mona');
    expect((await mona.post('/api/v1/admin/channels/texts/test')).status).toBe(403);
  });
});
