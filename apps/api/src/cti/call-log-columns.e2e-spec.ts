import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '#wasl/kernel';
import { type PhoneApp, startPhoneApp } from '../../../../test/support/phone-app.js';
import type { LoggedCallAnswer } from './cti.dto.js';

/**
 * The columns of Zammad's call log, by the names that its suite of the generic CTI interface reads, and where a program
 * that knows them finds each in ours.
 */
const COLUMNS: Record<string, (call: LoggedCallAnswer) => unknown> = {
  call_id: (call) => call.callId,
  direction: (call) => call.direction,
  state: ({ state }) => ({ ringing: 'newCall', active: 'answer', ended: 'hangup' })[state],
  from: (call) => call.from ?? call.fromRaw,
  from_comment: ({ direction, agent, requester }) => (direction === 'in' ? requester : agent)?.name ?? null,
  to: (call) => call.to,
  to_comment: ({ direction, agent, requester }) => (direction === 'in' ? agent : requester)?.name ?? null,
  queue: (call) => call.queueNamed ?? call.queue,
  comment: (call) => call.cause,
  initialized_at: (call) => Boolean(call.startedAt),
  start_at: (call) => Boolean(call.answeredAt),
  end_at: (call) => Boolean(call.endedAt),
  duration_waiting_time: ({ answeredAt, endedAt, times }) => (answeredAt ?? endedAt) && times.wait,
  duration_talking_time: ({ answeredAt, endedAt, times }) => (answeredAt && endedAt ? times.talk : null),
  done: (call) => !(call.missed && call.doneAt === null),
  preferences: (call) => call.requester !== null,
};
type Row = Record<keyof typeof COLUMNS, unknown>;

describe('the columns of the call log', () => {
  let phone: PhoneApp;
  let supervisor: { authorization: string };
  beforeAll(async () => {
    phone = await startPhoneApp();
    const { authorization } = await phone.addStaffMember('supervisor', { role: 'supervisor' });
    supervisor = { authorization };
    await phone.addStaffMember('agent', { extension: '501' });
    const requester = uuidv7();
    await phone.database.query(`INSERT INTO requester (id, name, audience) VALUES ($1, 'Mona', 'citizen')`, [
      requester,
    ]);
    await phone.database.query(
      `INSERT INTO requester_address (requester_id, kind, value, state, proved_by, created_at)
       VALUES ($1, 'phone', '+97317300001', 'verified', 'proved_by_message', now())`,
      [requester],
    );
  });
  afterAll(() => phone?.close());

  const rowOf = async (callId: string): Promise<Row> => {
    const { body } = await phone.client.get('/api/v1/cti/log?page[size]=100').set(supervisor).expect(200);
    const call = (body as { data: LoggedCallAnswer[] }).data.find((one) => one.callId === callId)!;
    return Object.fromEntries(Object.entries(COLUMNS).map(([name, read]) => [name, read(call)]));
  };
  /** As if the last moment of the call that has a time had been three seconds earlier. */
  const threeSecondsLater = (callId: string) =>
    phone.database.query(
      `UPDATE interaction SET started_at = started_at - interval '3 seconds',
              answered_at = answered_at - interval '3 seconds' WHERE call_id = $1`,
      [callId],
    );
  /** At least three, and not much more: the tests take a part of a second. */
  const SECONDS = {
    asymmetricMatch: (value: unknown) => typeof value === 'number' && value >= 3 && value < 60,
  };

  it('should hold each of an outbound call that nobody answered', async () => {
    const call = { callId: 'out-1', direction: 'out' };
    await phone
      .send({ event: 'newCall', ...call, from: '80008001', to: '17300001', user: '501' })
      .expect(200);
    const begun = {
      call_id: 'out-1',
      direction: 'out',
      from_comment: 'agent',
      to: '+97317300001',
      to_comment: 'Mona',
      initialized_at: true,
      preferences: true,
    };
    expect(await rowOf('out-1')).toMatchObject({
      ...begun,
      state: 'newCall',
      comment: null,
      start_at: false,
      end_at: false,
      duration_waiting_time: null,
      duration_talking_time: null,
      done: true,
    });
    await threeSecondsLater('out-1');
    await phone.send({ event: 'hangup', ...call, cause: 'cancel' }).expect(200);
    expect(await rowOf('out-1')).toMatchObject({
      ...begun,
      state: 'hangup',
      comment: 'cancel',
      start_at: false,
      end_at: true,
      duration_talking_time: null,
      done: true,
    });
  });

  it('should hold each of an inbound call, from its begin to its end', async () => {
    const call = { callId: 'in-1', direction: 'in', from: '17300001', to: '80008001' };
    await phone.send({ event: 'newCall', ...call, user: '501' }).expect(200);
    const begun = {
      call_id: 'in-1',
      direction: 'in',
      from: '+97317300001',
      from_comment: 'Mona',
      to: '80008001',
      queue: 'general',
      initialized_at: true,
      preferences: true,
    };
    expect(await rowOf('in-1')).toMatchObject({
      ...begun,
      state: 'newCall',
      comment: null,
      start_at: false,
      end_at: false,
      duration_waiting_time: null,
      duration_talking_time: null,
    });
    await threeSecondsLater('in-1');
    await phone.send({ event: 'answer', ...call, user: '501' }).expect(200);
    expect(await rowOf('in-1')).toMatchObject({
      ...begun,
      to_comment: 'agent',
      state: 'answer',
      start_at: true,
      end_at: false,
      duration_waiting_time: SECONDS,
      duration_talking_time: null,
      done: true,
    });
    await threeSecondsLater('in-1');
    await phone.send({ event: 'hangup', ...call, cause: 'normalClearing' }).expect(200);
    expect(await rowOf('in-1')).toMatchObject({
      ...begun,
      to_comment: 'agent',
      state: 'hangup',
      comment: 'normalClearing',
      end_at: true,
      duration_waiting_time: SECONDS,
      duration_talking_time: SECONDS,
      done: true,
    });
  });

  it('should hold a queue that is none of ours, a withheld number, and that a missed call is not done', async () => {
    const call = { callId: 'in-2', direction: 'in', from: 'anonymous', to: '17555555' };
    await phone.send({ event: 'newCall', ...call, queue: 'some_queue_name' }).expect(200);
    await phone.send({ event: 'hangup', ...call, cause: 'cancel' }).expect(200);
    const row = await rowOf('in-2');
    expect(row).toMatchObject({
      from: null,
      from_comment: null,
      to_comment: null,
      queue: 'some_queue_name',
      comment: 'cancel',
      start_at: false,
      done: false,
      preferences: false,
    });
    expect(Object.values(row)).not.toContain(undefined);
  });
});
