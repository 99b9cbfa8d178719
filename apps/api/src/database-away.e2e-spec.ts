import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { waitFor } from '#wasl/testing';
import { startSystem, type TestSystem } from '../../../test/support/system.js';

const FILING = {
  kind: 'enquiry',
  subject: 'A question',
  description: 'Somebody asks',
  language: 'en',
  requester: { audience: 'anonymous' },
};

describe('the api, with a database that dies', () => {
  let system: TestSystem;
  let holder: pg.Client;
  beforeAll(async () => {
    system = await startSystem({ chief: { role: 'supervisor' } });
    holder = new pg.Client({ connectionString: system.settings.DATABASE_URL });
    await holder.connect();
  });
  afterAll(async () => {
    await holder?.end();
    await system?.stop();
  });
  const waiting = async (relation: string) =>
    (await holder.query('SELECT pid FROM pg_locks WHERE relation = $1::regclass AND NOT granted', [relation]))
      .rowCount! > 0;
  const endOthers = () =>
    holder.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );

  it.each([
    ['en', 'The service cannot answer now'],
    ['ar', 'الخدمة لا تستطيع الرد الآن'],
  ])('answers 503 with Retry-After when its statement is ended, in %s', async (language, detail) => {
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE');
    const answer = system.anonymous.post('/api/v1/public/tickets', FILING, { 'accept-language': language });
    await waitFor(() => waiting('outbox'), { what: 'a filing that waits' });
    await endOthers();
    const { status, headers, body } = await answer;
    await holder.query('ROLLBACK');
    expect([status, headers.get('retry-after'), headers.get('content-language')]).toEqual([
      503,
      '5',
      language,
    ]);
    expect(body).toMatchObject({ code: 'service.unavailable', detail: expect.stringContaining(detail) });
    // And goes on by itself.
    expect((await system.anonymous.post('/api/v1/public/tickets', FILING)).status).toBe(201);
  });

  it('answers what was begun before it ends, and then refuses connections', async () => {
    const url = await system.startApi();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE');
    const begun = fetch(`${url}/api/v1/public/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(FILING),
    });
    await waitFor(() => waiting('outbox'), { what: 'a filing that waits' });
    const closed = system.stopApi();
    await waitFor(
      () =>
        fetch(`${url}/health/live`, { headers: { connection: 'close' } }).then(
          () => false,
          () => true,
        ),
      { what: 'the end of new connections' },
    );
    await holder.query('COMMIT');
    expect((await begun).status).toBe(201);
    await closed;
  });
});
