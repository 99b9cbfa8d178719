import { once } from 'node:events';
import { Database } from '#wasl/platform';
import { Offers, Router } from '#wasl/routing';
import { startRouting } from './routing-context.js';

/*
 * One of several processes that route the same pool concurrently: rounds without a pause, and agents who answer every
 * offer, mostly by accepting. Prints when it is ready, starts at its parent's first message and stops at the second.
 */
const [databaseUrl, dataDir] = process.argv.slice(2) as [string, string];
const context = await startRouting(databaseUrl, dataDir);
const router = context.get(Router);
const offers = context.get(Offers);
const database = context.get(Database);
process.on('disconnect', () => process.exit(1));
const begin = once(process, 'message');
process.send!({ ready: true });
await begin;
let told = false;
process.on('message', () => (told = true));

let made = 0;
let answered = 0;
let lost = 0;
while (!told) {
  made += await router.round('main');
  const open = await database.query<{ id: string; agentId: string }>(
    `SELECT id, agent_id AS "agentId" FROM offer WHERE state = 'made' ORDER BY random() LIMIT 8`,
  );
  await Promise.all(
    open.map(async ({ id, agentId }, n) => {
      try {
        if (n % 4 === 3) await offers.decline(id, agentId, 'busy');
        else await offers.accept(id, agentId);
        answered++;
      } catch (error) {
        // Another process answered for the same agent; one of the two had to lose.
        if ((error as { code?: string }).code !== 'offer.gone') throw error;
        lost++;
      }
    }),
  );
}
await context.close();
process.send!({ made, answered, lost });
process.disconnect();
