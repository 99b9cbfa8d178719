import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

describe('the staffing calculation', () => {
  let system: TestSystem;
  let sana: Client;
  const asked = { calls: 250, intervalSeconds: 3_600, ahtSeconds: 330, thresholdSeconds: 30, target: 0.8 };

  beforeAll(async () => {
    system = await startSystem({ sana: { role: 'supervisor' }, mona: {} });
    sana = await system.signInAs('sana');
  });
  afterAll(() => system.stop());

  it('should answer with every figure and nothing else', async () => {
    const { status, body } = await sana.post('/api/v1/staffing', { ...asked, shrinkage: 0.3 });
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(
      [
        'abandonment',
        'agents',
        'asaSeconds',
        'model',
        'occupancy',
        'pWait',
        'rostered',
        'serviceLevel',
        'trafficErlang',
      ].sort(),
    );
    expect(body).toMatchObject({ model: 'erlang_c', agents: 28, rostered: 40 });
  });

  it('should explain in the caller’s language that too few agents make the queue unstable', async () => {
    const question = { ...asked, target: undefined, agents: 22 };
    const { status, body } = await sana.post('/api/v1/staffing', question, { 'accept-language': 'ar' });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'staffing.unstable' });
    expect(body.detail).toContain('إرلانغ');
    expect((await sana.post('/api/v1/staffing', { ...question, patienceSeconds: 90 })).body.model).toBe(
      'erlang_a',
    );
  });

  it.each([
    [{ calls: -1 }, 'calls', 'too_small'],
    [{ ahtSeconds: 0 }, 'ahtSeconds', 'too_small'],
    [{ ahtSeconds: -5 }, 'ahtSeconds', 'too_small'],
    [{ intervalSeconds: 0 }, 'intervalSeconds', 'too_small'],
    [{ thresholdSeconds: -1 }, 'thresholdSeconds', 'too_small'],
    [{ target: 1.2 }, 'target', 'too_large'],
    [{ target: undefined }, 'agents', 'agents_or_target'],
    [{ agents: 30 }, 'target', 'agents_or_target'],
    [{ target: undefined, agents: 0 }, 'agents', 'too_small'],
    [{ target: undefined, agents: 2.5 }, 'agents', 'integer'],
    [{ patienceSeconds: 0 }, 'patienceSeconds', 'too_small'],
    [{ shrinkage: 1 }, 'shrinkage', 'too_large'],
    [{ maxOccupancy: 0 }, 'maxOccupancy', 'too_small'],
    [{ calls: '250' }, 'calls', 'number'],
    [{ calls: 1e7 }, 'calls', 'traffic_too_large'],
    [{ queue: 'general' }, 'queue', 'unknown'],
  ])('should refuse %j with the reason', async (wrong, path, code) => {
    const { status, body } = await sana.post('/api/v1/staffing', { ...asked, ...wrong });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path, code, message: expect.any(String) as string }]);
  });

  it('should answer for the intervals of a day', async () => {
    const { calls: _calls, ...terms } = asked;
    const { status, body } = await sana.post('/api/v1/staffing/day', { ...terms, calls: [0, 250, 400] });
    expect(status).toBe(200);
    expect((body.data as { agents: number }[]).map(({ agents }) => agents)).toEqual([0, 28, 42]);
    expect((await sana.post('/api/v1/staffing/day', { ...terms, calls: [] })).status).toBe(400);
    expect((await sana.post('/api/v1/staffing/day', { ...terms, calls: [5, -1] })).status).toBe(400);
  });

  it('should be refused to agents', async () => {
    expect((await (await system.signInAs('mona')).post('/api/v1/staffing', asked)).status).toBe(403);
  });
});
