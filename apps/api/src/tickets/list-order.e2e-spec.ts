import { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

describe('ticket lists with several processes', () => {
  let system: TestSystem;
  let clients: Client[];

  beforeAll(async () => {
    system = await startSystem({ mona: {} });
    const here = await system.signInAs('mona');
    clients = [here, new Client(await system.startApi(), here.cookie)];
  });
  afterAll(() => system.stop());

  it('should be in order of arrival, whichever process created them', async () => {
    const opened: string[] = [];
    for (let n = 0; n < 12; n++) {
      const { body } = await clients[n % 2]!.post('/api/v1/tickets', {
        subject: `Matter ${n}`,
        description: 'One of a row',
        requester: { email: `person${n}@example.com` },
      });
      opened.push((body as { number: string }).number);
    }
    const numbers = async (query: string) =>
      ((await clients[1]!.get(`/api/v1/tickets?${query}`)).body as { data: { number: string }[] }).data.map(
        (ticket) => ticket.number,
      );
    expect(await numbers('sort=createdAt')).toEqual(opened);
    expect(await numbers('sort=-createdAt')).toEqual([...opened].reverse());
  });
});
