import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PhoneApp, startPhoneApp } from '../../../../test/support/phone-app.js';

describe('an agent whom the PBX calls by something other than the extension', () => {
  let phone: PhoneApp;
  let agent: { id: string; authorization: string };
  let mobile: { id: string; authorization: string };
  let email: string;
  let calls = 0;
  const to = '+97317555555';
  const callIn = (more: object) => ({
    event: 'newCall',
    callId: `named-${++calls}`,
    direction: 'in',
    from: `+9731770${1000 + calls}`,
    to,
    ...more,
  });
  const shown = async (who: { authorization: string }) => {
    const { body } = await phone.client.get('/api/v1/me/calls').set(who).expect(200);
    return (body as { data: { state: string; interactionId: string }[] }).data;
  };
  const agentOf = async (callId: string) =>
    (
      await phone.database.query<{ agent_id: string | null }>(
        'SELECT agent_id FROM interaction WHERE call_id = $1',
        [callId],
      )
    )[0]!.agent_id;
  const hangUp = (callId: string) =>
    phone.send({ event: 'hangup', callId, cause: 'normalClearing' }).expect(200);

  beforeAll(async () => {
    phone = await startPhoneApp({ settings: { PHONE_ENDPOINT: 'PJSIP/agent-{extension}' } });
    agent = await phone.addStaffMember('laila', { extension: '102' });
    mobile = await phone.addStaffMember('no-desk');
    const [row] = await phone.database.query<{ email: string }>('SELECT email FROM staff WHERE id = $1', [
      mobile.id,
    ]);
    email = row!.email;
  });
  afterAll(() => phone.close());

  it.each([
    'PJSIP/102',
    'PJSIP/102-0000001a',
    'PJSIP/agent-102-0000001a',
    'SIP/102',
    'sip:102@pbx',
    'Local/102@from-queue/n',
    'Laila',
  ])('sees the call that rings at %s and is answered there', async (name) => {
    const call = callIn({ 'user[]': [name] });
    await phone.send(call).expect(200, {});
    expect(await shown(agent)).toMatchObject([{ state: 'ringing' }]);
    await phone.send({ event: 'answer', callId: call.callId, answeringNumber: name }).expect(200);
    expect(await shown(agent)).toMatchObject([{ state: 'active' }]);
    await hangUp(call.callId);
    expect(await agentOf(call.callId)).toBe(agent.id);
    expect(await shown(agent)).toEqual([]);
  });

  it('sees it when only the answer names them, and has it when only the hangup does', async () => {
    const call = callIn({});
    await phone.send(call).expect(200, {});
    await phone.send({ event: 'answer', callId: call.callId, answeringNumber: 'PJSIP/102-0000001b' });
    expect(await shown(agent)).toMatchObject([{ state: 'active' }]);
    await hangUp(call.callId);
    const late = callIn({});
    await phone.send(late).expect(200, {});
    const end = { event: 'hangup', callId: late.callId, cause: 'normalClearing' };
    await phone.send({ ...end, answeringNumber: 'SIP/102-0000001c' }).expect(200);
    expect(await agentOf(late.callId)).toBe(agent.id);
  });

  it('needs no extension to be known by mail address or login', async () => {
    for (const name of [email, email.split('@')[0]!, `sip:${email.split('@')[0]}@pbx`]) {
      const call = callIn({ user: name });
      await phone.send(call).expect(200, {});
      expect(await shown(mobile)).toMatchObject([{ state: 'ringing' }]);
      await phone.send({ event: 'answer', callId: call.callId, user: name }).expect(200);
      expect(await shown(mobile)).toMatchObject([{ state: 'active' }]);
      await hangUp(call.callId);
      expect(await agentOf(call.callId)).toBe(mobile.id);
    }
  });

  it('is rung by a call to their own number', async () => {
    const call = callIn({ to: '102' });
    await phone.send(call).expect(200, {});
    expect(await shown(agent)).toMatchObject([{ state: 'ringing' }]);
    await hangUp(call.callId);
  });

  it('dials out with the number of the contact centre', async () => {
    const settings = { OUTBOUND_CALLER_ID: '+97380008001' };
    const other = await startPhoneApp({ databaseUrl: phone.databaseUrl, settings });
    const callId = `named-${++calls}`;
    const out = { event: 'newCall', callId, direction: 'out', from: '102', to: '00966501234567' };
    const answer = { action: 'dial', number: '00966501234567', caller_id: '+97380008001' };
    await other.send(out).expect(200, answer);
    await other.send(out).expect(200, answer);
    await other.send({ event: 'hangup', callId, cause: 'noAnswer' }).expect(200, {});
    await other.close();
  });

  it('dials out, and is busy', async () => {
    const callId = `named-${++calls}`;
    const out = { event: 'newCall', direction: 'out', from: 'PJSIP/102-0000001d', to: '+97317000001' };
    await phone.send({ callId, ...out }).expect(200, {});
    expect(await agentOf(callId)).toBe(agent.id);
    await hangUp(callId);
  });

  it('is nobody when the name is nobody’s', async () => {
    const call = callIn({ user: 'PJSIP/trunk-0000001e' });
    await phone.send(call).expect(200, {});
    await phone.send({ event: 'answer', callId: call.callId, answeringNumber: '+97317999999' }).expect(200);
    await hangUp(call.callId);
    expect(await agentOf(call.callId)).toBeNull();
  });
});
