import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

describe('what requesters say about the service', () => {
  let system: TestSystem;
  let agent: Client;
  beforeAll(async () => {
    system = await startSystem({ agent: {} });
    agent = await system.signInAs('agent');
  });
  afterAll(() => system?.stop());

  it('should be shown to the agents of the ticket, also after it was merged into another', async () => {
    const file = async () => {
      const { body } = await system.anonymous.post('/api/v1/public/tickets', {
        kind: 'complaint',
        subject: 'Noise',
        description: 'At night',
        language: 'ar',
        requester: { email: 'someone@example.com', audience: 'citizen' },
      });
      const { number, trackingCode } = body as { number: string; trackingCode: string };
      return { number, trackingCode };
    };
    const [ticket, survivor] = [await file(), await file()];
    const ratings = async (number: string) =>
      (await agent.get(`/api/v1/tickets/${number}/messages`)).body['ratings'];
    expect(await ratings(ticket.number)).toEqual([]);
    await agent.post(`/api/v1/tickets/${ticket.number}/resolve`, { note: 'done' });
    const rated = await system.anonymous.post('/api/v1/public/track/rate', {
      ...ticket,
      score: 4,
      comment: 'أسرع مما توقعت',
    });
    expect(rated.status).toBe(201);
    const shown = [
      { number: ticket.number, score: 4, comment: 'أسرع مما توقعت', at: expect.stringMatching(/Z$/) },
    ];
    expect(await ratings(ticket.number)).toEqual(shown);
    await agent.post(`/api/v1/tickets/${ticket.number}/reopen`, {});
    const merged = await agent.post(`/api/v1/tickets/${ticket.number}/merge`, { into: survivor.number });
    expect(merged.status).toBe(200);
    expect(await ratings(survivor.number)).toEqual(shown);
  });
});
