import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '#wasl/kernel';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

describe('the day of an agent', () => {
  let system: TestSystem;
  let boss: Client;
  let mona: Client;
  beforeAll(async () => {
    system = await startSystem({ boss: { role: 'supervisor', queues: [] }, mona: {} });
    boss = await system.signInAs('boss');
    mona = await system.signInAs('mona');
  });
  afterAll(() => system?.stop());

  const dayOf = (id: string, day = '') =>
    boss.get(`/api/v1/staff/${id}/presence${day && `?day=${encodeURIComponent(day)}`}`);

  it('should show every state with its time, its reason and who set it', async () => {
    await mona.put('/api/v1/me/presence', { state: 'available' });
    const { id } = system.people.mona!;
    const why = { state: 'not_ready', reason: 'اجتماع الفريق' };
    expect((await boss.put(`/api/v1/staff/${id}/presence`, why)).status).toBe(204);
    const { status, body } = await dayOf(id);
    expect(status).toBe(200);
    const periods = body['periods'] as { from: string; to: string | null; state: string }[];
    expect(periods.slice(-2)).toEqual([
      {
        from: expect.any(String),
        to: periods.at(-1)!.from,
        state: 'available',
        reason: null,
        by: null,
        note: null,
      },
      {
        from: expect.any(String),
        to: null,
        state: 'not_ready',
        reason: 'forced',
        by: { id: system.people.boss!.id, name: 'boss' },
        note: 'اجتماع الفريق',
      },
    ]);
    for (const [n, period] of periods.slice(1).entries()) expect(period.from).toBe(periods[n]!.to);
  });

  it('should begin with the state of the day before, and end with the day', async () => {
    const { id } = system.people.boss!;
    await system.database.query(
      `INSERT INTO presence_history (staff_id, state, reason, at) VALUES
         ($1, 'available', NULL, '2025-03-01T20:00:00Z'), ($1, 'offline', NULL, '2025-03-02T09:30:00Z'),
         ($1, 'not_ready', 'signed_in', '2025-03-04T05:00:00Z')`,
      [id],
    );
    const periodsOn = async (day: string) => {
      const { body } = await dayOf(id, day);
      expect(body['day']).toBe(day);
      return (body['periods'] as { from: string; to: string; state: string }[]).map(({ from, to, state }) => [
        state,
        from,
        to,
      ]);
    };
    // Days of Bahrain, three hours before those of UTC.
    expect(await periodsOn('2025-03-01')).toEqual([
      ['available', '2025-03-01T20:00:00.000Z', '2025-03-01T21:00:00.000Z'],
    ]);
    expect(await periodsOn('2025-03-02')).toEqual([
      ['available', '2025-03-01T21:00:00.000Z', '2025-03-02T09:30:00.000Z'],
      ['offline', '2025-03-02T09:30:00.000Z', '2025-03-02T21:00:00.000Z'],
    ]);
    expect(await periodsOn('2025-03-03')).toEqual([
      ['offline', '2025-03-02T21:00:00.000Z', '2025-03-03T21:00:00.000Z'],
    ]);
    expect(await periodsOn('2025-02-28')).toEqual([]);
    // The state of today is not known to last until then.
    expect(await periodsOn('2199-01-01')).toEqual([]);
  });

  it('should refuse days that are none, people who are not there, and those who watch no board', async () => {
    const { id } = system.people.mona!;
    for (const day of ['yesterday', '2026-02-30', '2026-3-1'])
      expect([day, (await dayOf(id, day)).status]).toEqual([day, 400]);
    expect((await dayOf(uuidv7())).body.code).toBe('staff.not_found');
    expect((await mona.get(`/api/v1/staff/${id}/presence`)).status).toBe(403);
  });
});
