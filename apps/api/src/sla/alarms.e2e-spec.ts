import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LiveAlarms, SlaAlarm } from '#wasl/contracts';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { freshSnapshot } from '../../../../test/support/live-follower.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const NAME = { ar: 'اسم', en: 'Name' };
const within = { within: 30_000 };

describe('alarms on the board of supervisors', () => {
  let system: TestSystem;
  let agent: Client;
  let sana: Client;
  beforeAll(async () => {
    system = await startSystem(
      {
        mona: {},
        sana: { role: 'supervisor' },
        root: { role: 'administrator' },
        wafa: { role: 'entity_supervisor', entity: 'works' },
      },
      { worker: true },
    );
    agent = await system.signInAs('mona');
    sana = await system.signInAs('sana');
    const admin = await system.signInAs('root');
    const made = await admin.post('/api/v1/admin/sla-policies', {
      key: 'all',
      name: NAME,
      calendar: 'always',
      kind: 'request',
      targets: { resolution: { minutes: 100 } },
      pauses: { requester: ['resolution'] },
    });
    expect(made.status).toBe(201);
    expect((await admin.post('/api/v1/admin/queues', { key: 'tax', name: NAME })).status).toBe(201);
    await sana.connect();
    await sana.subscribe('board');
  });
  afterAll(async () => {
    sana?.close();
    await system?.stop();
  });

  const open = async () =>
    (
      await agent.post('/api/v1/tickets', {
        subject: 's',
        description: 'd',
        kind: 'request',
        requester: { email: 'r@example.com' },
      })
    ).body as { number: string };
  const age = (number: string, minutes: number) =>
    system.database.query(
      `WITH t AS (UPDATE ticket SET created_at = created_at - $2 * interval '1 minute' WHERE number = $1 RETURNING id)
       UPDATE clock SET started_at = started_at - $2 * interval '1 minute', due_at = due_at - $2 * interval '1 minute',
              at_risk_at = at_risk_at - $2 * interval '1 minute', next_at = next_at - $2 * interval '1 minute'
        WHERE ticket_id = (SELECT id FROM t)`,
      [number.replaceAll('-', ''), minutes],
    );
  const alarms = async (): Promise<LiveAlarms> => {
    const { snapshot } = await freshSnapshot(sana, 'board');
    return (snapshot as { alarms: LiveAlarms }).alarms;
  };
  /** What the board was told last of a ticket. */
  const told = (number: string): SlaAlarm[] | undefined => {
    const last = sana.events.findLast(({ type, data }) => type === 'sla.alarms' && data.number === number);
    return last?.type === 'sla.alarms' ? last.data.targets : undefined;
  };
  /** Waits until the ticket has these states by messages, and compares the snapshot. */
  const expectAlarms = async (number: string, states: string[]) => {
    await waitFor(
      () =>
        told(number)
          ?.map(({ state }) => state)
          .join() === states.join(),
      {
        ...within,
        what: `the board to be told "${states.join()}"`,
      },
    );
    const { targets } = await alarms();
    expect(targets.filter((alarm) => alarm.number === number)).toEqual(told(number));
  };

  it('should begin at risk, get worse when breached, and end with the ticket', async () => {
    const { number } = await open();
    await age(number, 90);
    await expectAlarms(number, ['at_risk']);
    expect(told(number)).toMatchObject([{ queue: 'general', clock: 'resolution' }]);
    await age(number, 20);
    await expectAlarms(number, ['breached']);
    const [{ since, dueAt }] = told(number) as [SlaAlarm];
    expect(since).toBe(dueAt);
    await agent.post(`/api/v1/tickets/${number}/resolve`, { note: 'n', resolution: 'fixed' });
    await expectAlarms(number, []);
  });

  it('should end while the clock stands still, and when the due time moves away', async () => {
    const { number } = await open();
    const path = `/api/v1/tickets/${number}`;
    await age(number, 110);
    await expectAlarms(number, ['breached']);
    const change = async (patch: object) => {
      const { version } = (await agent.get(path)).body;
      expect((await agent.patch(path, patch, { 'if-match': `"${version}"` })).status).toBe(200);
    };
    await change({ status: 'pending', pendingOn: 'requester' });
    await expectAlarms(number, []);
    await change({ status: 'open' });
    await expectAlarms(number, ['breached']);
    await change({ kind: 'complaint' });
    await expectAlarms(number, []);
  });

  it('should show nothing of a ticket of a restricted service, and end when it moves to one', async () => {
    await system.database.query(
      `INSERT INTO service (id, code, name_ar, name_en, entity_id, queue_id, restricted, reader_groups)
       SELECT gen_random_uuid(), 'family', 'أسرة', 'Family', e.id, q.id, true, '{family}'
         FROM entity e, queue q WHERE e.key = 'works' AND q.key = 'general'`,
    );
    const [hidden, shown] = [await open(), await open()];
    await system.database.query(
      `UPDATE ticket SET service_id = (SELECT id FROM service WHERE code = 'family') WHERE number = $1`,
      [hidden.number.replaceAll('-', '')],
    );
    await age(hidden.number, 110);
    await age(shown.number, 110);
    await expectAlarms(shown.number, ['breached']);
    // Both are due at once, and the second has been told.
    await system.waitUntilIdle();
    expect(told(hidden.number)).toBeUndefined();
    expect((await alarms()).targets.map(({ number }) => number)).not.toContain(hidden.number);
    await system.database.query(
      `UPDATE ticket SET service_id = (SELECT id FROM service WHERE code = 'family') WHERE number = $1`,
      [shown.number.replaceAll('-', '')],
    );
    await system.database.query(
      `INSERT INTO outbox (type, at, data)
       SELECT 'ticket.changed', now(), jsonb_build_object('ticketId', id::text, 'number', $1::text, 'queue', 'general',
              'status', status, 'version', version, 'changed', '["service"]'::jsonb, 'assigneeId', null)
         FROM ticket WHERE number = $2`,
      [shown.number, shown.number.replaceAll('-', '')],
    );
    await expectAlarms(shown.number, []);
  });

  it('should hold the queues that nobody can serve, with the same beginning in snapshot and message', async () => {
    const heard = (reason: string | null) =>
      waitFor(
        () =>
          sana.events.findLast(
            ({ type, data }) =>
              type === 'notice' &&
              data.kind === 'queue.unserved' &&
              data.queue === 'tax' &&
              data.reason === reason,
          )?.data as { since?: string } | undefined,
        { ...within, what: `the board to hear ${reason}` },
      );
    const { since } = await heard('no_agents');
    expect((await alarms()).unserved).toContainEqual({ queue: 'tax', reason: 'no_agents', since });
    await system.database.query(
      `INSERT INTO agent_queue (staff_id, queue_id) SELECT $1, id FROM queue WHERE key = 'tax'`,
      [system.people.mona!.id],
    );
    await heard(null);
    expect((await alarms()).unserved.map(({ queue }) => queue)).not.toContain('tax');
  });
});
