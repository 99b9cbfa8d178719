import type { WaitingRoomView, KioskSubmission, VisitView } from '#wasl/channels';
import { CounterSweep, Kiosk } from '#wasl/channels';
import type { Answer, Client } from './client.js';
import { createCentre } from './create-centre.js';
import { startSystem, type TestSystem } from './system.js';

export const visitFrom = (answer: Answer) => answer.body as unknown as VisitView;
const ANONYMOUS = { name: null, phone: null, audience: 'anonymous' } as const;

/** A service centre with two clerks at desks, and helpers for suites. */
export async function startCounter() {
  const people = { mona: {}, ali: {}, telephone: {}, root: { role: 'administrator' as const } };
  const system = await startSystem(people);
  const worker = await system.startWorker();
  const [root, mona, ali] = await Promise.all([
    system.signInAs('root'),
    system.signInAs('mona'),
    system.signInAs('ali'),
  ]);
  await system.database.query(
    `INSERT INTO reason (use, key, name_ar, name_en) VALUES ('wrap_up', 'settled', 'أُنجز', 'Settled')`,
  );
  await createCentre(root);
  await createCentre(root, { key: 'north', letter: 'N' });
  await mona.put('/api/v1/me/desk', { centre: 'main', desk: '1' });
  await ali.put('/api/v1/me/desk', { centre: 'main', desk: '2' });
  const sweep = () => system.api.get(CounterSweep).run();
  return {
    system,
    worker,
    root,
    mona,
    ali,
    sweep,
    ...helpersFor(system),
    tidy: () => tidy(system, [mona, ali]),
  };
}
export type Counter = Awaited<ReturnType<typeof startCounter>>;

function helpersFor(system: TestSystem) {
  const digits = (number: string) => number.replaceAll('-', '');
  return {
    /** submits the kiosk form. @returns the ticket's number */
    draw: (matter: Partial<KioskSubmission> = {}, centre = 'main') =>
      system.api.get(Kiosk).checkIn(centre, {
        description: 'Where do I renew my licence?',
        service: null,
        language: 'ar',
        requester: ANONYMOUS,
        ...matter,
      }),
    roomOf: async (clerk: Client) => (await clerk.get('/api/v1/me/desk')).body as unknown as WaitingRoomView,
    visitFor: async (clerk: Client, number: string) => {
      const { waiting } = (await clerk.get('/api/v1/me/desk')).body as unknown as WaitingRoomView;
      return waiting.find(({ ticket }) => ticket?.number === number)!;
    },
    workOf: async (number: string) => {
      const [row] = await system.database.query<{
        state: string;
        held: boolean;
        routed: boolean;
        agentId: string | null;
      }>(
        `SELECT w.state, w.at_counter AS held, w.counter_until <> 'infinity' AS routed, w.agent_id AS "agentId"
           FROM work w
           JOIN ticket t ON t.id = w.ticket_id WHERE t.number = $1 AND w.state <> 'done'`,
        [digits(number)],
      );
      return row;
    },
    interactionsOf: (number: string) =>
      system.database.query<Record<string, unknown>>(
        `SELECT i.channel, i.agent_id, i.answered_at, i.ended_at, i.wrap_up_code FROM interaction i
           JOIN ticket t ON t.id = i.ticket_id WHERE t.number = $1 ORDER BY i.started_at`,
        [digits(number)],
      ),
    stateOf: async (number: string) => {
      const [row] = await system.database.query<{ state: string }>(
        'SELECT v.state FROM counter_visit v JOIN ticket t ON t.id = v.ticket_id WHERE t.number = $1',
        [digits(number)],
      );
      return row!.state;
    },
  };
}

/** Frees both desks and clears the waiting list. */
async function tidy(system: TestSystem, clerks: Client[]): Promise<void> {
  for (const clerk of clerks) {
    const { visit } = (await clerk.get('/api/v1/me/desk')).body as unknown as WaitingRoomView;
    if (visit?.state === 'serving') await clerk.post(`/api/v1/counter/visits/${visit.id}/end`, {});
    if (visit?.state === 'called') await clerk.post(`/api/v1/counter/visits/${visit.id}/no-show`);
  }
  await system.database.query(
    `UPDATE counter_visit SET state = 'released', ended_at = now() WHERE state IN ('waiting', 'called')`,
  );
}
