import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { AsteriskModule, RecordingFetcher, RecordingSweeps, type RecordingView } from '#wasl/channels';
import { describeWithPrograms, programPath, waitFor } from '#wasl/testing';
import { Asterisk } from '../support/asterisk.js';
import { type PhoneApp, startPhoneApp } from '../support/phone-app.js';

interface Logged {
  id: string;
  from: string | null;
  state: string;
  missed: boolean;
  ticket: string | null;
  agent: { name: string } | null;
  answeredAt: string | null;
  recording: { state: string; files: RecordingView[] };
}

describeWithPrograms(['asterisk'], 'a real Asterisk with the dialplan of this project', () => {
  const within = 30_000;
  let folder: string;
  let api: PhoneApp;
  let worker: PhoneApp | undefined;
  let pbx: Asterisk;
  let agent: { id: string; authorization: string };
  let supervisor: { authorization: string };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wasl-suite-'));
    api = await startPhoneApp({ settings: { DATA_DIR: folder } });
    agent = await api.addStaffMember('operator', { extension: '101', queues: ['general'] });
    supervisor = await api.addStaffMember('supervisor', { role: 'supervisor' });
    pbx = await Asterisk.start(programPath('asterisk')!, `${await api.app.getUrl()}${api.path}`);
  }, 120_000);
  afterEach(() => waitFor(async () => (await pbx.channels()).length === 0, { within, what: 'the end' }));
  afterAll(async () => {
    await worker?.close();
    await pbx?.stop();
    await api.close();
    await rm(folder, { recursive: true });
  });

  const become = (state: string) =>
    api.database.query(
      `INSERT INTO presence AS p (staff_id, state, since, idle_since) VALUES ($1, $2, now(), now())
       ON CONFLICT (staff_id) DO UPDATE SET state = $2, reason = NULL, wrap_up_until = NULL, version = p.version + 1`,
      [agent.id, state],
    );
  const callFrom = async (number: string) => {
    const { body } = await api.client.get('/api/v1/cti/log').set(supervisor).expect(200);
    return (body as { data: Logged[] }).data.find(({ from }) => from === number);
  };
  const call = (number: string, what: string, fits: (call: Logged) => boolean) =>
    waitFor(
      async () => {
        const found = await callFrom(number);
        return found && fits(found) ? found : undefined;
      },
      { within, what },
    );

  it('tells by webhook who answered, while no worker is connected', async () => {
    await become('available');
    const channel = await pbx.call('80008001', '+97317300001');
    const { agent: who } = await call('+97317300001', 'an answer', ({ answeredAt }) => answeredAt !== null);
    expect(who).toMatchObject({ name: 'operator' });
    await pbx.hangUp(channel);
    const ended = await call('+97317300001', 'the end', ({ state }) => state === 'ended');
    expect(ended).toMatchObject({ missed: false, ticket: null });
  });

  it('lets callers wait when nobody is free, and those who leave are called back', async () => {
    await become('offline');
    const channel = await pbx.call('80008001', '+97317300002');
    await call('+97317300002', 'the call', () => true);
    await pbx.hangUp(channel);
    const ended = await call('+97317300002', 'the callback', ({ ticket }) => ticket !== null);
    expect(ended).toMatchObject({ state: 'ended', missed: true });
  });

  it('is told by a worker whom to ring; records, pauses, and gives the recording', async () => {
    worker = await startPhoneApp({
      databaseUrl: api.databaseUrl,
      settings: {
        DATA_DIR: folder,
        ASTERISK_ARI_URL: pbx.url,
        PHONE_ENDPOINT: 'Local/{extension}@phones',
      },
      modules: [AsteriskModule],
    });
    const isConnected = async () => {
      const { body } = await api.client.get('/api/v1/cti/exchange').set(supervisor).expect(200);
      return (body as { ari: { state: string } | null }).ari?.state === 'connected';
    };
    await waitFor(isConnected, { within, what: 'the connection' });
    await become('available');
    const number = '+97317300003';
    const channel = await pbx.call('80008001', number);
    const { id } = await call(number, 'an answer', ({ answeredAt }) => answeredAt !== null);
    const ask = (part: string, body: object) =>
      api.client.post(`/api/v1/me/calls/${id}/${part}`).set(agent).send(body).expect(202);
    const isRecorded = (state: string) =>
      call(number, `the recorder to be ${state}`, ({ recording }) => recording.state === state);
    await ask('recording', { action: 'start', consent: true });
    await isRecorded('on');
    await ask('recording', { action: 'pause' });
    await isRecorded('paused');
    await ask('recording', { action: 'resume' });
    await isRecorded('on');
    await ask('control', { action: 'hold' });
    await ask('control', { action: 'resume' });
    await pbx.hangUp(channel);
    await call(number, 'the end', ({ state }) => state === 'ended');
    await waitFor(async () => (await pbx.recordings()).includes(`wasl-${id}`), {
      within,
      what: 'the recording',
    });

    await worker.app.get(RecordingFetcher).fetchDue();
    const kept = await call(number, 'the file', ({ recording }) => recording.files[0]?.state === 'kept');
    const [file] = kept.recording.files;
    expect(file).toMatchObject({ type: 'audio/wav', fault: null });
    const { body } = await api.client.get(`/api/v1/cti/recordings/${file!.id}`).set(supervisor).expect(200);
    expect((body as Buffer).toString('latin1', 0, 4)).toBe('RIFF');
    await worker.app.get(RecordingSweeps).removeCopies();
    expect(await pbx.recordings()).toEqual([]);
  });
});
