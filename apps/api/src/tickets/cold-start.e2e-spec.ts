import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const CONNECTIONS = 4;

describe('A newly started process', () => {
  let system: TestSystem;
  let boss: Client;
  beforeAll(async () => {
    system = await startSystem(
      { boss: { role: 'supervisor' } },
      { env: { DATABASE_POOL: `${CONNECTIONS}` } },
    );
    boss = await system.signInAs('boss');
  });
  afterAll(() => system?.stop());

  // Caches are empty, so each transaction needs a second connection to read.
  it('should open more tickets at once than it has connections, although each reads rules on a second one', async () => {
    const answers = await Promise.all(
      Array.from({ length: CONNECTIONS * 5 }, (_, n) =>
        boss.post('/api/v1/tickets', {
          subject: `Lamp ${n}`,
          description: 'It is dark',
          queue: 'general',
          requester: { name: `Person ${n}`, email: `person${n}@home.example` },
        }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
  });
});
