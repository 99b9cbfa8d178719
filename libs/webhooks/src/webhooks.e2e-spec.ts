import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../test/support/system.js';
import { WebhookReceiver } from '../../../test/support/webhook-receiver.js';

describe('webhooks', () => {
  let system: TestSystem;
  let admin: Client;
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    receiver = await WebhookReceiver.start();
    system = await startSystem(
      { root: { role: 'administrator' } },
      { worker: true, env: { WEBHOOK_ALLOW: '127.0.0.0/8' } },
    );
    admin = await system.signInAs('root');
  });
  afterAll(async () => {
    await system?.stop();
    await receiver?.stop();
  });

  it('are told of a ticket', async () => {
    const made = await admin.post('/api/v1/admin/webhooks', {
      url: receiver.url,
      events: ['ticket.created', 'ticket.resolved'],
    });
    expect(made).toMatchObject({
      status: 201,
      body: { secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) },
    });
    const ticket = await admin.post('/api/v1/tickets', {
      subject: 'A lamp is out',
      description: 'In front of the school.',
      requester: { name: 'Sara' },
    });
    expect(ticket.status).toBe(201);
    const [message] = await waitFor(() => (receiver.received.length > 0 ? receiver.received : undefined), {
      what: 'a message',
    });
    expect(message!.data).toEqual({
      number: ticket.body.number,
      queue: 'general',
      status: 'new',
      channel: expect.any(String),
      priority: 'normal',
    });
    new Webhook(made.body.secret as string).verify(message!.body, message!.headers);
  });
});
