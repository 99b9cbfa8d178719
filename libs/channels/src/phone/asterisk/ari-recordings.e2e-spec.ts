import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AsteriskModule, RecordingFetcher, RecordingSweeps, type RecordingView } from '#wasl/channels';
import { waitFor } from '#wasl/testing';
import { FakeAri } from '../../../../../test/asterisk/fake-ari.js';
import { EICAR, fakeClamd } from '../../../../../test/support/fake-clamd.js';
import { type PhoneApp, startPhoneApp } from '../../../../../test/support/phone-app.js';
import { wavFile } from '../../../../../test/support/recording-server.js';

describe('recordings that Asterisk makes', () => {
  const clamd = fakeClamd();
  const within = 20_000;
  let pbx: FakeAri;
  let phone: PhoneApp;
  let folder: string;
  let agent: { id: string; authorization: string };
  let supervisor: { authorization: string };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wasl-suite-'));
    await new Promise<void>((done) => clamd.server.listen(0, '127.0.0.1', done));
    pbx = new FakeAri('wasl', 'wasl', 'secret');
    const { port } = clamd.server.address() as AddressInfo;
    phone = await startPhoneApp({
      settings: {
        ASTERISK_ARI_URL: await pbx.listen(),
        DATA_DIR: folder,
        CLAMD_URL: `tcp://127.0.0.1:${port}`,
      },
      modules: [AsteriskModule],
    });
    agent = await phone.addStaffMember('operator', { extension: '201', queues: ['general'] });
    supervisor = await phone.addStaffMember('supervisor', { role: 'supervisor' });
    await waitFor(() => pbx.isWatched, { within, what: 'the websocket' });
  });
  afterAll(async () => {
    await phone.close();
    await pbx.close();
    clamd.server.close();
    await rm(folder, { recursive: true });
  });

  const recordingOf = async (callId: string) => {
    const { body } = await phone.client.get('/api/v1/cti/log').set(supervisor).expect(200);
    const calls = (body as { data: { callId: string; recording: { files: RecordingView[] } }[] }).data;
    return calls.find((call) => call.callId === callId)!.recording.files[0]!;
  };
  const become = (callId: string, state: string) =>
    waitFor(async () => (await recordingOf(callId)).state === state, { within, what: `${state}` });
  const fetch = () => phone.app.get(RecordingFetcher).fetchDue();
  const sweeps = () => phone.app.get(RecordingSweeps);

  async function recordedCall(sound: Buffer): Promise<string> {
    pbx.sound = sound;
    await phone.database.query(
      `INSERT INTO presence AS p (staff_id, state, since, idle_since) VALUES ($1, 'available', now(), now())
       ON CONFLICT (staff_id) DO UPDATE SET state = 'available', reason = NULL, wrap_up_until = NULL, version = p.version + 1`,
      [agent.id],
    );
    const callId = pbx.arrives({ from: '+97317400001', args: ['inbound', '80008001'] });
    await waitFor(() => pbx.ringingAt('201') !== undefined, { within, what: 'a ringing phone' });
    pbx.picksUp('201');
    const [row] = await waitFor(
      async () => {
        const rows = await phone.database.query<{ id: string }>(
          'SELECT id FROM interaction WHERE call_id = $1 AND answered_at IS NOT NULL',
          [callId],
        );
        return rows.length > 0 ? rows : undefined;
      },
      { within, what: 'the answer' },
    );
    const path = `/api/v1/me/calls/${row!.id}/recording`;
    await phone.client.post(path).set(agent).send({ action: 'start', consent: true }).expect(202);
    await waitFor(() => pbx.recordings.size > 0, { within, what: 'the recorder' });
    await waitFor(async () => (await recordingOf(callId)) !== undefined, { within, what: 'the row' });
    // It is not asked for while it goes on.
    await fetch();
    expect(await recordingOf(callId)).toMatchObject({ state: 'fetching', attempts: 0 });
    pbx.hangsUp(callId);
    await waitFor(() => pbx.stored.size > 0, { within, what: 'the end of the recording' });
    await waitFor(
      async () =>
        (await phone.database.query('SELECT 1 FROM interaction WHERE ended_at IS NULL')).length === 0,
      { within, what: 'the end of the call' },
    );
    return callId;
  }

  it('are fetched after the call, scanned, and then removed there', async () => {
    const sound = wavFile(3);
    clamd.state.away = true;
    const callId = await recordedCall(sound);
    await fetch();
    await become(callId, 'checking');
    const { id } = await recordingOf(callId);
    const play = () => phone.client.get(`/api/v1/cti/recordings/${id}`).set(supervisor);
    await sweeps().check();
    await play().expect(409);
    await sweeps().removeCopies();
    expect(pbx.stored.size).toBe(1);
    clamd.state.away = false;
    await sweeps().check();
    await become(callId, 'kept');
    expect(await recordingOf(callId)).toMatchObject({ seconds: 3, size: sound.length });
    expect(((await play().expect(200)).body as Buffer).equals(sound)).toBe(true);
    await sweeps().removeCopies();
    expect(pbx.stored.size).toBe(0);
    // It is asked to remove it once.
    const asked = pbx.requests.length;
    await phone.database.query('UPDATE call_recording SET next_attempt_at = now()');
    await sweeps().removeCopies();
    expect(pbx.requests.slice(asked).filter(({ path }) => path.includes('stored'))).toEqual([]);
  });

  it('are closed when the scanner refuses them, and end at Asterisk too when their days are over', async () => {
    const callId = await recordedCall(Buffer.concat([wavFile(1), Buffer.from(EICAR)]));
    await fetch();
    await become(callId, 'checking');
    await sweeps().check();
    await become(callId, 'failed');
    const { id, fault, faultDetail } = await recordingOf(callId);
    expect([fault, faultDetail]).toEqual(['harmful', 'virus:Eicar-Test']);
    await phone.client.get(`/api/v1/cti/recordings/${id}`).set(supervisor).expect(409);
    await sweeps().removeCopies();
    expect(pbx.stored.size).toBe(1);
    await phone.database.query(
      `UPDATE call_recording SET called_at = now() - interval '91 days' WHERE id = $1`,
      [id],
    );
    await sweeps().expire();
    await sweeps().removeCopies();
    expect(pbx.stored.size).toBe(0);
    expect(await recordingOf(callId)).toMatchObject({ state: 'expired' });
  });

  it('are tried again while Asterisk has not written them', async () => {
    const callId = await recordedCall(wavFile(1));
    const [[name, file]] = [...pbx.stored] as [[string, Buffer]];
    pbx.stored.clear();
    await fetch();
    await waitFor(async () => (await recordingOf(callId)).fault !== null, { within, what: 'a failure' });
    expect(await recordingOf(callId)).toMatchObject({
      state: 'fetching',
      fault: 'answered',
      faultDetail: '404',
    });
    pbx.stored.set(name, file);
    await phone.database.query('UPDATE call_recording SET next_attempt_at = now()');
    await fetch();
    await become(callId, 'checking');
    await sweeps().check();
    await become(callId, 'kept');
  });
});
