import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { waitFor } from '#wasl/testing';
import { formatNumber, InboundMail, mailText, newMessageId } from '../../../../test/support/inbound-mail.js';
import { startMailSystem, type MailSystem } from '../../../../test/support/mail-system.js';

const LEADERS = `SELECT count(*)::int AS count FROM pg_stat_activity
                  WHERE datname = current_database() AND application_name = 'wasl-leader-outbox'`;

describe('a worker that is told to end', () => {
  let system: MailSystem;
  let other: pg.Client;
  let holder: pg.Client;
  const connect = async () => {
    const client = new pg.Client({ connectionString: system.databaseUrl });
    await client.connect();
    return client;
  };
  beforeAll(async () => {
    system = await startMailSystem();
    other = await connect();
    holder = await connect();
  });
  afterAll(async () => {
    await other?.end();
    await holder?.end();
    await system?.stop();
  });
  const count = async (sql: string) => (await other.query<{ count: number }>(sql)).rows[0]!.count;

  it('ends the batch of events that it is moving, with its jobs, and then ends', async () => {
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE live_event IN EXCLUSIVE MODE');
    const id = newMessageId();
    await system.send(mailText({ id }), { to: 'general@contact.example' });
    const ticket = await new InboundMail(system).ticketOfMail(id);
    await waitFor(
      async () =>
        (await count(
          `SELECT count(*)::int AS count FROM pg_locks WHERE relation = 'live_event'::regclass AND NOT granted`,
        )) > 0,
      { what: 'a batch that waits for the table' },
    );

    system.client.close();
    const closing = system.app.close();
    await waitFor(async () => (await count(LEADERS)) === 0, {
      what: 'the end of its leadership',
    });
    await holder.query('COMMIT');
    await closing;

    expect(await count('SELECT count(*)::int AS count FROM outbox')).toBe(0);
    const { rows } = await other.query('SELECT type FROM live_event WHERE data::text LIKE $1', [
      `%${formatNumber(ticket.number)}%`,
    ]);
    expect(rows.length).toBeGreaterThan(0);
    const connections = await count(`SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'wasl-%'`);
    expect(connections).toBe(0);
  });
});
