import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PhoneApp, startPhoneApp } from '../../../../test/support/phone-app.js';

const newCall = { event: 'newCall', from: '17000001', to: '80008001', direction: 'in' };

describe('the CTI webhook', () => {
  let phone: PhoneApp;
  let calls = 0;
  const callId = () => `protocol-${++calls}`;
  const rowOf = async (id: string) =>
    (
      await phone.database.query<Record<string, unknown>>('SELECT * FROM interaction WHERE call_id = $1', [
        id,
      ])
    )[0];

  beforeAll(async () => {
    phone = await startPhoneApp();
  });
  afterAll(() => phone.close());

  it('accepts JSON', async () => {
    const id = callId();
    await phone.send({ ...newCall, callId: id, user: ['201'] }).expect(200, {});
    expect(await rowOf(id)).toMatchObject({
      channel: 'phone',
      direction: 'in',
      from_number: '+97317000001',
      to_number: '80008001',
      ringing_users: ['201'],
    });
  });

  it('accepts a form, with either name of the fields', async () => {
    const id = callId();
    await phone.client
      .post(phone.path)
      .type('form')
      .send(`event=newCall&from=%2B97317000002&to=80008001&direction=in&call_id=${id}&user[]=201&user[]=202`)
      .expect(200, {});
    expect(await rowOf(id)).toMatchObject({ from_number: '+97317000002', ringing_users: ['201', '202'] });
  });

  it.each([
    ['JSON', (id: string) => JSON.stringify({ ...newCall, callId: id, user: '201' })],
    [
      'a form',
      (id: string) => `event=newCall&from=17000001&to=80008001&direction=in&callId=${id}&user[]=201`,
    ],
  ])('takes %s that says not what it is, or something else', async (_, write) => {
    for (const type of [
      null,
      'text/plain',
      'application/json',
      'application/x-www-form-urlencoded; charset=utf-8',
    ]) {
      const id = callId();
      const response = await fetch(new URL(phone.path, await phone.app.getUrl()), {
        method: 'POST',
        // Bytes, because fetch sets a Content-Type for strings.
        body: new TextEncoder().encode(write(id)),
        ...(type && { headers: { 'content-type': type } }),
      });
      expect([response.status, await response.json()]).toEqual([200, {}]);
      expect(await rowOf(id)).toMatchObject({ from_number: '+97317000001', ringing_users: ['201'] });
    }
  });

  it('ignores unknown fields', async () => {
    await phone.send({ ...newCall, callId: callId(), xcid: 'x', diversion: { from: 1 } }).expect(200, {});
  });

  it.each(['wrong', '0'.repeat(64), '%00', 'log'])('refuses the token %s', async (token) => {
    const id = callId();
    const response = await phone.client
      .post(`/api/v1/cti/${token}`)
      .send({ ...newCall, callId: id })
      .expect(401);
    expect(response.body).toEqual({ error: 'wrong token' });
    expect(await rowOf(id)).toBeUndefined();
  });

  it.each([
    ['nothing', '', 'event is required'],
    ['broken JSON', '{"event": "newCall"', 'event is required'],
    ['a list', '[]', 'a JSON object or a form is expected'],
    ['an unknown event', JSON.stringify({ ...newCall, event: 'ring', callId: 'x' }), /^event must be one of/],
    ['no call id', JSON.stringify(newCall), 'callId is required'],
    ['no caller', JSON.stringify({ ...newCall, from: undefined, callId: 'x' }), 'from is required'],
    [
      'no direction',
      JSON.stringify({ ...newCall, direction: undefined, callId: 'x' }),
      'direction is required',
    ],
    [
      'an unknown cause',
      JSON.stringify({ event: 'hangup', callId: 'x', cause: 'bored' }),
      /^cause must be one of/,
    ],
    ['a NUL', JSON.stringify({ ...newCall, callId: 'a\u0000' }), 'callId contains control characters'],
  ])('answers %s with 422 in its own words', async (_, body, error) => {
    const response = await phone.client.post(phone.path).type('json').send(body).expect(422);
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    expect(Object.keys(response.body as object)).toEqual(['error']);
    expect((response.body as { error: string }).error).toMatch(error);
  });

  it('answers an oversized body in its own format', async () => {
    const body = { ...newCall, callId: callId(), note: 'x'.repeat(100_000) };
    await phone.send(body).expect(413, { error: 'body.too_large' });
  });

  it('stores caller numbers in E.164, short codes unchanged, and withheld ones as null', async () => {
    const given = ['00966501234567', 'sip:+97317000003@pbx.example', '١٧٠٠٠٠٠٤', '999', 'anonymous', ''];
    const stored: unknown[] = [];
    for (const from of given) {
      const id = callId();
      await phone.send({ ...newCall, from, callId: id }).expect(200);
      stored.push((await rowOf(id))?.from_number);
    }
    expect(stored).toEqual(['+966501234567', '+97317000003', '+97317000004', '999', null, null]);
  });
});
