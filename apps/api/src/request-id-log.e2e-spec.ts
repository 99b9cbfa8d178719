import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, runAsOwner, type TestDatabase, waitFor } from '#wasl/testing';
import { Client } from '../../../test/support/client.js';
import { freePort } from '../../../test/support/free-port.js';
import { type RunningProgram, runProgram } from '../../../test/support/running-program.js';
import { PASSWORD, seedContactCentre } from '../../../test/support/seed-contact-centre.js';

interface Line {
  level: number;
  msg: string;
  requestId?: string;
}
const ERROR = 50;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The built api as a process of its own, because its log is what such a process writes. */
describe('the id of a request in the log', () => {
  let database: TestDatabase;
  let folder: string;
  let api: RunningProgram;
  let mona: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    await seedContactCentre(database.url, { mona: {} });
    folder = await mkdtemp(join(tmpdir(), 'wasl-log-'));
    const port = String(await freePort());
    api = await runProgram('api', {
      DATABASE_URL: database.url,
      DATA_DIR: folder,
      SECRET_KEY: 'a key for tests only '.repeat(3),
      HOST: '127.0.0.1',
      PORT: port,
      LOG_LEVEL: 'info',
    });
    mona = await Client.signIn(`http://127.0.0.1:${port}`, 'mona@test.example', PASSWORD);
    // From here on reading tickets is a fault of ours, which is logged.
    await runAsOwner(database.ownerUrl, 'ALTER TABLE ticket RENAME TO ticket_elsewhere');
  });
  afterAll(async () => {
    api?.stop();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const linesWith = (id: string): Line[] =>
    api
      .output()
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []))
      .filter((line) => line.requestId === id);
  const fail = async (sent?: string) => {
    const headers = sent === undefined ? {} : { 'x-request-id': sent };
    const { status, body, headers: answered } = await mona.get('/api/v1/tickets', headers);
    const id = answered.get('x-request-id')!;
    expect([status, body.requestId]).toEqual([500, id]);
    const lines = await waitFor(() => (linesWith(id).length > 0 ? linesWith(id) : undefined), {
      what: `a line of the request ${id}`,
    });
    expect(lines).toEqual([
      expect.objectContaining({ level: ERROR, msg: expect.stringContaining('ticket') }),
    ]);
    return id;
  };

  it('should be the one that the caller sent', async () => {
    expect(await fail('trace-1:a/b=c+d._')).toBe('trace-1:a/b=c+d._');
    expect(await fail('x'.repeat(128))).toBe('x'.repeat(128));
  });

  it.each([
    ['without one', undefined],
    ['for one that is too long', 'x'.repeat(129)],
    ['for one that is empty', ''],
    ['for one that would look like a line of the log', '","level":10,"msg":"forged'],
    ['for one with spaces', 'a b'],
    ['for one with control characters', 'a\tb'],
    ['for one in other letters', 'é'],
  ])('should be made %s', async (_, sent) => {
    expect(await fail(sent)).toMatch(UUID);
    if (sent) expect(api.output()).not.toContain(sent);
  });

  it('should be its own for each of the requests that run at once', async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `at-once-${n}`);
    expect(await Promise.all(ids.map((id) => fail(id)))).toEqual(ids);
  });
});
