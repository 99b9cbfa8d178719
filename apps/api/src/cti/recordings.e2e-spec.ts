import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordingFetcher, type RecordingView, RecordingSweeps } from '#wasl/channels';
import { waitFor } from '#wasl/testing';
import { type PhoneApp, startPhoneApp } from '../../../../test/support/phone-app.js';
import { RecordingServer, wavFile } from '../../../../test/support/recording-server.js';

interface Shown {
  callId: string;
  ticket: string | null;
  recording: { mayListen: boolean; files: RecordingView[] };
}
type Who = { id: string; authorization: string };

const DAYS = 30;

describe('recordings at an address that the exchange gives', () => {
  let phone: PhoneApp;
  let exchange: RecordingServer;
  let folder: string;
  let supervisor: Who;
  let agent: Who;
  let calls = 0;
  const sound = wavFile(2);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wasl-suite-'));
    exchange = await RecordingServer.start();
    phone = await startPhoneApp({
      settings: {
        DATA_DIR: folder,
        RECORDING_ALLOW: '127.0.0.1/32',
        RECORDING_ANNOUNCED: '1',
        RECORDING_MAX_MEGABYTES: '1',
        RECORDING_DAYS: String(DAYS),
      },
    });
    supervisor = await phone.addStaffMember('supervisor', { role: 'supervisor' });
    agent = await phone.addStaffMember('agent', { extension: '501' });
  });
  afterAll(async () => {
    await phone.close();
    await exchange.stop();
    await rm(folder, { recursive: true });
  });

  const shown = async (callId: string, who = supervisor) => {
    const { body } = await phone.client.get('/api/v1/cti/log?page[size]=100').set(who).expect(200);
    return (body as { data: Shown[] }).data.find((call) => call.callId === callId)!;
  };
  const recordingOf = async (callId: string) => (await shown(callId)).recording.files[0]!;
  const call = async (recording: string | undefined, hangup: object = {}) => {
    const callId = `recorded-${++calls}`;
    const parties = { from: '17300001', to: '80008001', direction: 'in', user: '501' };
    await phone.send({ event: 'newCall', callId, ...parties }).expect(200);
    await phone.send({ event: 'answer', callId, user: '501' }).expect(200);
    await phone.send({ event: 'hangup', callId, cause: 'normalClearing', recording, ...hangup }).expect(200);
    return callId;
  };
  const fetched = async (callId: string, until: (file: RecordingView) => boolean) => {
    await phone.app.get(RecordingFetcher).fetchDue();
    return waitFor(
      async () => {
        const file = await recordingOf(callId);
        return until(file) ? file : undefined;
      },
      { within: 60_000, what: 'the recording' },
    );
  };
  const kept = (callId: string) => fetched(callId, ({ state }) => state === 'kept');
  const tried = (callId: string) => fetched(callId, ({ fault }) => fault !== null);
  const play = (id: string, who: { authorization: string } = supervisor, headers: object = {}) =>
    phone.client.get(`/api/v1/cti/recordings/${id}`).set({ ...who, ...headers });
  const files = () =>
    readdir(join(folder, 'attachments', 'recordings'), { recursive: true, withFileTypes: true });
  const filesOf = async (id: string) => (await files()).filter(({ name }) => name === id).length;
  const playings = async (id: string) =>
    (
      await phone.database.query<{ actor: string }>(
        `SELECT data->>'actorId' AS actor FROM outbox
          WHERE type = 'audit.noted' AND data->>'action' = 'recording.played' AND data->>'targetId' = $1`,
        [id],
      )
    ).map(({ actor }) => actor);

  it('are fetched when the call is over, kept with digest, size and length, and played', async () => {
    exchange.gives(sound);
    const callId = await call(exchange.url);
    const file = await kept(callId);
    expect(file).toMatchObject({
      type: 'audio/wav',
      size: sound.length,
      seconds: 2,
      fault: null,
      attempts: 1,
    });
    const left = (Date.parse(file.expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(left)).toBe(DAYS);
    const [row] = await phone.database.query<{ sha256: Buffer }>(
      'SELECT sha256 FROM call_recording WHERE id = $1',
      [file.id],
    );
    expect(row!.sha256).toEqual(createHash('sha256').update(sound).digest());

    const { body, headers } = await play(file.id).expect(200);
    expect((body as Buffer).equals(sound)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'audio/wav',
      'content-length': String(sound.length),
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    const part = await play(file.id, supervisor, { range: 'bytes=44-143' }).expect(206);
    expect((part.body as Buffer).equals(sound.subarray(44, 144))).toBe(true);
    expect(part.headers['content-range']).toBe(`bytes 44-143/${sound.length}`);
    const none = await play(file.id, supervisor, { range: `bytes=${sound.length}-` }).expect(416);
    expect(none.headers['content-range']).toBe(`bytes */${sound.length}`);
    // The part belongs to the first playing.
    expect(await playings(file.id)).toEqual([supervisor.id]);
    await play(file.id, supervisor, { range: 'bytes=0-' }).expect(206);
    expect(await playings(file.id)).toEqual([supervisor.id, supervisor.id]);
    // The address may hold the caller's number, and keys.
    expect(JSON.stringify(await shown(callId))).not.toContain('one.wav');
  });

  it('are noted as played also by who asks for the end alone', async () => {
    exchange.gives(sound);
    const { id } = await kept(await call(exchange.url));
    await play(id, supervisor, { range: 'bytes=100-' }).expect(206);
    expect(await playings(id)).toEqual([supervisor.id]);
  });

  it('may be told after the hangup, and more than once, and are one', async () => {
    exchange.gives(sound);
    const callId = await call(undefined);
    expect((await shown(callId)).recording.files).toEqual([]);
    for (let n = 0; n < 2; n++)
      await phone.send({ event: 'hangup', callId, recording_url: exchange.url }).expect(200);
    await kept(callId);
    expect((await shown(callId)).recording.files).toHaveLength(1);
    for (let n = 0; n < 30; n++)
      await phone.send({ event: 'hangup', callId, recording: `${exchange.url}&n=${n}` }).expect(200);
    expect((await shown(callId)).recording.files).toHaveLength(20);
    await phone.database.query(`DELETE FROM call_recording WHERE state <> 'kept'`);
  });

  it.each([
    'yes',
    'file:///etc/passwd',
    'one.wav',
    'http://',
    `http://a.example/${'x'.repeat(3_000)}`,
    7,
    ['x'],
  ])('are not looked for at %j, and the hangup counts', async (recording) => {
    const callId = await call(undefined, { recording });
    expect(await shown(callId)).toMatchObject({ state: 'ended', recording: { files: [] } });
  });

  it('are tried again when the exchange fails, and by a person', async () => {
    exchange.answer = (response) => response.writeHead(503).end('<p>later</p>');
    const callId = await call(exchange.url);
    const before = Date.now();
    const { id, nextAttemptAt } = await tried(callId);
    expect(await recordingOf(callId)).toMatchObject({
      state: 'fetching',
      fault: 'answered',
      faultDetail: '503',
      attempts: 1,
    });
    // Counted from the attempt, which was between `before` and now.
    expect(Date.parse(nextAttemptAt!)).toBeGreaterThan(before);
    expect(Date.parse(nextAttemptAt!)).toBeLessThanOrEqual(Date.now() + 10_000);
    await play(id).expect(409);
    // The last of its attempts.
    await phone.database.query(
      'UPDATE call_recording SET attempts = 5, next_attempt_at = now() WHERE id = $1',
      [id],
    );
    expect(await fetched(callId, ({ state }) => state === 'failed')).toMatchObject({
      attempts: 6,
      nextAttemptAt: null,
    });
    await play(id).expect(409);
    const again = (who: Who) => phone.client.post(`/api/v1/cti/recordings/${id}/fetch`).set(who);
    await again(agent).expect(403);
    exchange.gives(sound);
    await again(supervisor).expect(202);
    await kept(callId);
    await play(id).expect(200);
    await again(supervisor).expect(409);
  });

  it.each<[string, (server: RecordingServer) => void, object]>([
    [
      'dies while it sends',
      (server) =>
        (server.answer = (response, request) => {
          response.writeHead(200, { 'content-length': String(sound.length) });
          response.write(sound.subarray(0, 1_000), () => request.socket.destroy());
        }),
      { state: 'fetching', fault: 'cut_short' },
    ],
    [
      'says nothing more',
      (server) =>
        (server.answer = (response) => void response.writeHead(200).write(sound.subarray(0, 1_000))),
      { state: 'fetching', fault: 'timeout' },
    ],
    [
      'cuts the line',
      (server) => (server.answer = (_response, request) => void request.socket.destroy()),
      { state: 'fetching', fault: 'unreachable', faultDetail: 'ECONNRESET' },
    ],
    [
      'sends another inside',
      (server) =>
        (server.answer = (response) =>
          response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end()),
      { state: 'failed', fault: 'redirected', faultDetail: '302' },
    ],
    [
      'sends too much',
      (server) =>
        (server.answer = (response) => {
          response.writeHead(200);
          response.end(Buffer.concat([sound, Buffer.alloc(1_100_000)]));
        }),
      { state: 'failed', fault: 'too_large' },
    ],
    [
      'sends a page as sound',
      (server) => server.gives(Buffer.from('<!doctype html><script>alert(1)</script>')),
      { state: 'failed', fault: 'not_audio' },
    ],
    ['sends noise', (server) => server.gives(randomBytes(10_000)), { state: 'failed', fault: 'not_audio' }],
    ['sends nothing', (server) => server.gives(Buffer.alloc(0)), { state: 'failed', fault: 'not_audio' }],
  ])('are not taken from an exchange that %s', async (_, behave, expected) => {
    behave(exchange);
    const callId = await call(exchange.url);
    const { id } = await tried(callId);
    expect(await recordingOf(callId)).toMatchObject(expected);
    expect(await filesOf(id)).toBe(0);
  });

  it('are not fetched from addresses inside that are not opened', async () => {
    const inside = await RecordingServer.start('127.0.0.2');
    inside.gives(sound);
    for (const url of [inside.url, 'http://[::1]:9/one.wav', 'http://169.254.169.254/one.wav']) {
      const callId = await call(url);
      await tried(callId);
      expect(await recordingOf(callId)).toMatchObject({ state: 'failed', fault: 'not_allowed' });
    }
    expect(inside.asked).toEqual([]);
    await inside.stop();
  });

  it('are fetched without the password of their address, which is not stored', async () => {
    exchange.gives(sound);
    const callId = await call(exchange.url.replace('http://', 'http://pbx:secret@'));
    const { id } = await kept(callId);
    const [row] = await phone.database.query<{ location: string }>(
      'SELECT location FROM call_recording WHERE id = $1',
      [id],
    );
    expect(row!.location).toBe(exchange.url);
  });

  it('are unknown to agents, and to those who are not signed in', async () => {
    exchange.gives(sound);
    const callId = await call(exchange.url);
    const { id } = await kept(callId);
    expect((await shown(callId, agent)).recording.mayListen).toBe(false);
    await play(id, agent).expect(404);
    await phone.client.get(`/api/v1/cti/recordings/${id}`).expect(401);
    await play('nothing').expect(404);
    expect(await playings(id)).toEqual([]);
  });

  it('are played by the agent who had the call, and no other, where that is wanted', async () => {
    const other = await startPhoneApp({
      databaseUrl: phone.databaseUrl,
      settings: { DATA_DIR: folder, RECORDING_AGENTS_LISTEN: '1' },
    });
    const stranger = await phone.addStaffMember('stranger', { extension: '502' });
    exchange.gives(sound);
    const callId = await call(exchange.url);
    const { id } = await kept(callId);
    const { body } = await other.client.get('/api/v1/cti/log?page[size]=100').set(agent).expect(200);
    expect((body as { data: Shown[] }).data.find((one) => one.callId === callId)!.recording.mayListen).toBe(
      true,
    );
    await other.client.get(`/api/v1/cti/recordings/${id}`).set(agent).expect(200);
    await other.client.get(`/api/v1/cti/recordings/${id}`).set(stranger).expect(404);
    expect(await playings(id)).toEqual([agent.id]);
    await other.close();
  });

  it('are not fetched without consent, unless the exchange announces them', async () => {
    const other = await startPhoneApp({
      databaseUrl: phone.databaseUrl,
      settings: { DATA_DIR: folder, RECORDING_ALLOW: '127.0.0.1/32' },
    });
    exchange.gives(sound);
    exchange.asked.length = 0;
    const silent = await call(exchange.url);
    await other.app.get(RecordingFetcher).fetchDue();
    await waitFor(async () => (await recordingOf(silent)).state === 'failed', {
      within: 20_000,
      what: 'a refusal',
    });
    expect(await recordingOf(silent)).toMatchObject({ fault: 'no_consent' });
    expect(exchange.asked).toEqual([]);
    const agreed = await call(exchange.url);
    await phone.database.query(
      'UPDATE interaction SET recording_consent_at = now(), recording_consent_by = $2 WHERE call_id = $1',
      [agreed, agent.id],
    );
    await other.app.get(RecordingFetcher).fetchDue();
    await waitFor(async () => (await recordingOf(agreed)).state === 'kept', {
      within: 20_000,
      what: 'a recording',
    });
    await other.close();
  });

  it('end after their days: the file is gone, and the row says so', async () => {
    exchange.gives(sound);
    const callId = await call(exchange.url);
    const { id } = await kept(callId);
    const other = await kept(await call(exchange.url));
    expect(await filesOf(id)).toBe(1);
    await phone.database.query(
      `UPDATE call_recording SET called_at = now() - $2 * interval '1 day' - interval '1 minute' WHERE id = $1`,
      [id, DAYS],
    );
    // Also before the sweep has come.
    expect((await play(id).expect(409)).body).toMatchObject({ code: 'recording.expired' });
    await phone.app.get(RecordingSweeps).expire();
    expect(await filesOf(id)).toBe(0);
    expect(await recordingOf(callId)).toMatchObject({ state: 'expired' });
    const [row] = await phone.database.query('SELECT location, sha256 FROM call_recording WHERE id = $1', [
      id,
    ]);
    expect(row).toEqual({ location: null, sha256: null });
    await play(id).expect(409);
    await phone.client.post(`/api/v1/cti/recordings/${id}/fetch`).set(supervisor).expect(409);
    // The same sound of another call stays.
    await play(other.id).expect(200);
  });

  it('end also when the file of another cannot be removed', async () => {
    exchange.gives(sound);
    const stuck = await kept(await call(exchange.url));
    const callId = await call(exchange.url);
    const { id } = await kept(callId);
    const path = join(folder, 'attachments', 'recordings', stuck.id.slice(-2), stuck.id);
    await rm(path);
    await mkdir(path);
    // The one that is stuck comes first.
    await phone.database.query(
      `UPDATE call_recording SET called_at = now() - interval '99 days' + CASE WHEN id = $1 THEN '0' ELSE '1 day' END::interval
        WHERE id IN ($1, $2)`,
      [stuck.id, id],
    );
    await phone.app.get(RecordingSweeps).expire();
    const [row] = await phone.database.query('SELECT state FROM call_recording WHERE id = $1', [id]);
    expect([row, await filesOf(id)]).toEqual([{ state: 'expired' }, 0]);
    await rmdir(path);
    await phone.app.get(RecordingSweeps).expire();
    const [other] = await phone.database.query('SELECT state FROM call_recording WHERE id = $1', [stuck.id]);
    expect(other).toEqual({ state: 'expired' });
  });

  it('are shown with the calls of their ticket, without numbers', async () => {
    exchange.gives(sound);
    const callId = await call(exchange.url, { cause: 'cancel' });
    await kept(callId);
    const missed = `recorded-${++calls}`;
    const parties = { from: '17300044', to: '80008001', direction: 'in' };
    await phone.send({ event: 'newCall', callId: missed, ...parties }).expect(200);
    await phone.send({ event: 'hangup', callId: missed, cause: 'cancel' }).expect(200);
    const { ticket } = await shown(missed);
    await phone.database.query(
      `UPDATE interaction SET ticket_id = (SELECT ticket_id FROM interaction WHERE call_id = $2) WHERE call_id = $1`,
      [callId, missed],
    );
    const { body } = await phone.client.get(`/api/v1/tickets/${ticket}/calls`).set(supervisor).expect(200);
    expect(body).toMatchObject({
      data: [
        { agent: { name: 'agent' }, recording: { mayListen: true, files: [{ state: 'kept', seconds: 2 }] } },
        { missed: true, recording: { files: [] } },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('7300044');
    await phone.client.get('/api/v1/tickets/1111-1111-1111/calls').set(supervisor).expect(404);
  });
});
