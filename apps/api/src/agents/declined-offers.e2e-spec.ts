import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

describe('offers that agents decline', () => {
  let system: TestSystem;
  let boss: Client;
  const agents: Record<string, Client> = {};
  beforeAll(async () => {
    system = await startSystem(
      { boss: { role: 'supervisor', queues: [] }, mona: {}, omar: {} },
      { worker: true },
    );
    boss = await system.signInAs('boss');
    for (const name of ['mona', 'omar']) agents[name] = await system.signInAs(name);
  });
  afterAll(() => system?.stop());

  it('should show the reason with the decision that gave the work to another', async () => {
    for (const agent of Object.values(agents)) await agent.put('/api/v1/me/presence', { state: 'available' });
    await boss.post('/api/v1/tickets', {
      subject: 'Lamp',
      description: 'It is dark',
      language: 'en',
      queue: 'general',
      requester: { name: 'Salma' },
    });
    const offerOf = async (name: string) => {
      const { body } = await agents[name]!.get('/api/v1/me/offers');
      return (body['data'] as { id: string }[])[0];
    };
    const offered = () =>
      waitFor(
        async () => {
          for (const name of Object.keys(agents)) {
            const offer = await offerOf(name);
            if (offer) return { name, id: offer.id };
          }
          return undefined;
        },
        { within: 20_000, what: 'an offer' },
      );
    const first = await offered();
    await agents[first.name]!.post(`/api/v1/offers/${first.id}/decline`, { reason: 'busy' });
    const second = await offered();
    expect(second.name).not.toBe(first.name);
    const { body } = await boss.get(`/api/v1/offers/${second.id}/decision`);
    const candidates = body['candidates'] as { agent: { name: string } }[];
    const of = (name: string) => candidates.find(({ agent }) => agent.name === name);
    expect(of(first.name)).toMatchObject({ verdict: 'declined', declinedFor: 'busy' });
    expect(of(second.name)).toMatchObject({ verdict: 'chosen', declinedFor: null });
  });
});
