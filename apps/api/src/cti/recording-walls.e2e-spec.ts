import { uuidv7 } from '#wasl/kernel';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { RecordingServer, wavFile } from '../../../../test/support/recording-server.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

interface Shown {
  ticket: string | null;
  recording: { files: { id: string }[] };
}

describe('recordings behind data walls', () => {
  let system: TestSystem;
  let exchange: RecordingServer;
  const clients: Record<string, Client> = {};
  const calls: Record<string, { number: string; recording: string }> = {};

  beforeAll(async () => {
    exchange = await RecordingServer.start();
    exchange.gives(wavFile(1));
    system = await startSystem(
      {
        sana: { role: 'supervisor' },
        root: { role: 'administrator', groups: ['family'] },
        sara: { role: 'supervisor', groups: ['family'] },
        wafa: { role: 'entity_supervisor', entity: 'works' },
      },
      { worker: true, env: { RECORDING_ALLOW: '127.0.0.1/32', RECORDING_ANNOUNCED: '1' } },
    );
    for (const [code, restricted] of [
      ['road', false],
      ['family', true],
    ] as const)
      await system.database.query(
        `INSERT INTO service (id, code, name_ar, name_en, entity_id, queue_id, restricted, reader_groups)
         SELECT $1, $2, $2, $2, e.id, q.id, $3, CASE WHEN $3 THEN '{family}'::text[] ELSE '{}' END
           FROM entity e, queue q WHERE e.key = 'works' AND q.key = 'general'`,
        [uuidv7(), code, restricted],
      );
    await system.database.query(`UPDATE staff SET extension = '501' WHERE id = $1`, [system.people.sana!.id]);
    for (const name of Object.keys(system.people)) clients[name] = await system.signInAs(name);
    for (const [n, service] of ['road', 'family', undefined].entries())
      calls[service ?? 'none'] = await recordCall(`c${n}`, `+9731700000${n}`, service);
    await system.waitUntilIdle();
    // A recording that is still being fetched answers otherwise than one that is kept: every test finds them kept.
    await waitFor(
      async () => {
        const rows = await system.database.query<{ state: string }>('SELECT state FROM call_recording');
        return rows.length === 3 && rows.every(({ state }) => state === 'kept');
      },
      { within: 30_000, what: 'the recordings to be kept' },
    );
  });
  afterAll(async () => {
    await system.stop();
    await exchange.stop();
  });

  /** A call to sana, who files a ticket during it. */
  async function recordCall(callId: string, from: string, service: string | undefined) {
    const send = async (event: object) =>
      expect((await system.anonymous.post(`/api/v1/cti/${system.settings.CTI_TOKEN}`, event)).status).toBe(
        200,
      );
    await send({ event: 'newCall', callId, from, to: '80008001', direction: 'in', user: '501' });
    await send({ event: 'answer', callId, user: '501', recording: exchange.url });
    const [row] = await system.database.query<{ interaction: string; recording: string }>(
      `SELECT i.id AS interaction, r.id AS recording FROM interaction i
         JOIN call_recording r ON r.interaction_id = i.id WHERE i.call_id = $1`,
      [callId],
    );
    const filed = await clients.sana!.post('/api/v1/tickets', {
      subject: 'A call',
      description: 'what was said',
      language: 'en',
      service,
      interaction: row!.interaction,
      requester: { name: 'Fatima', phone: from },
    });
    await send({ event: 'hangup', callId, cause: 'normalClearing' });
    return { number: filed.body.number as string, recording: row!.recording };
  }

  /** What playing the recording, and having it fetched again, are answered with: a kept one is played, and not fetched. */
  const ask = async (name: string, service: string) => {
    const path = `/api/v1/cti/recordings/${calls[service]!.recording}`;
    const answers = [await clients[name]!.get(path), await clients[name]!.post(`${path}/fetch`)];
    return answers.map(({ status, body }) => (body.code as string | undefined) ?? status);
  };
  const logged = async (name: string) => {
    const { body } = await clients[name]!.get('/api/v1/cti/log');
    return (body.data as Shown[]).map(({ ticket, recording }) => [ticket !== null, recording.files.length]);
  };

  it('should not exist for a supervisor outside of the groups of their ticket, who had the call', async () => {
    expect(await ask('sana', 'family')).toEqual(['recording.not_found', 'recording.not_found']);
    expect(await ask('sana', 'road')).toEqual([200, 'recording.not_failed']);
  });

  it('should be played only once the ticket was opened for a reason', async () => {
    expect(await ask('sara', 'family')).toEqual(['ticket.reason_required', 'ticket.reason_required']);
    const opening = `/api/v1/tickets/${calls.family!.number}/opening`;
    expect((await clients.sara!.post(opening, { reason: 'a complaint about the call' })).status).toBe(200);
    expect(await ask('sara', 'family')).toEqual([200, 'recording.not_failed']);
  });

  it('should be listed in the call log only where the ticket may be known', async () => {
    expect(await logged('sana')).toEqual([
      [true, 1],
      [false, 0],
      [true, 1],
    ]);
    expect(await logged('sara')).toEqual([
      [true, 1],
      [true, 1],
      [true, 1],
    ]);
  });

  it('should be played to nobody of an entity', async () => {
    expect(await ask('wafa', 'road')).toEqual(['permission.denied', 'permission.denied']);
    expect((await clients.wafa!.get('/api/v1/cti/log')).status).toBe(403);
  });
});
