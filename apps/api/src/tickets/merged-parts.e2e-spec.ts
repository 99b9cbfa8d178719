import { uuidv7 } from '#wasl/kernel';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

describe('parts of a ticket that was merged into another', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem(
      {
        root: { role: 'administrator' },
        wafa: { role: 'entity_officer', entity: 'works' },
        wael: { role: 'entity_officer', entity: 'water' },
      },
      { worker: true },
    );
    for (const [code, entity] of [
      ['road', 'works'],
      ['leak', 'water'],
    ])
      await system.database.query(
        `INSERT INTO service (id, code, name_ar, name_en, entity_id, queue_id)
         SELECT $1, $2, $2, $2, e.id, q.id FROM entity e, queue q WHERE e.key = $3 AND q.key = 'general'`,
        [uuidv7(), code, entity],
      );
  });
  afterAll(() => system.stop());

  it('should be read by whoever reads the one that is left', async () => {
    const root = await system.signInAs('root');
    const file = async (service: string) =>
      (
        await root.post('/api/v1/tickets', {
          subject: service,
          description: 'a hole with water in it',
          language: 'en',
          service,
          requester: { name: 'Fatima' },
        })
      ).body.number as string;
    const [road, leak] = [await file('road'), await file('leak')];
    const form = new FormData();
    form.append('file', new Blob(['a picture']), 'leak.txt');
    const uploaded = await fetch(`${system.url}/api/v1/attachments`, {
      method: 'POST',
      body: form,
      headers: { cookie: root.cookie! },
    });
    const { id } = (await uploaded.json()) as { id: string };
    const note = { kind: 'internal_note', body: 'the picture', attachments: [id] };
    await root.post(`/api/v1/tickets/${leak}/messages`, note);
    const [wafa, wael] = [await system.signInAs('wafa'), await system.signInAs('wael')];
    const answers = async () => [
      (await wafa.get(`/api/v1/attachments/${id}`)).status,
      (await wael.get(`/api/v1/attachments/${id}`)).status,
    ];
    expect(await answers()).toEqual([404, 200]);
    expect((await root.post(`/api/v1/tickets/${leak}/merge`, { into: road })).status).toBeLessThan(300);
    expect(await answers()).toEqual([200, 200]);
  });
});
