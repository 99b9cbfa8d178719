import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amiFrame, ariFrame, recordedChannel } from '../../../../../../test/asterisk/frames.js';
import { AmiParser, amiAction } from './ami-messages.js';
import { callEventsOfAmi } from './ami-calls.js';
import { newCallFromAri, callEventsOfAri, type CallLeg } from './ari-calls.js';
import { parseAriEvent, stasisArgs } from './ari-events.js';
import { extensionIn } from '../../domain/endpoints.js';
import { callerIn } from './caller-in.js';
import { hangupCause } from './hangup-cause.js';

const isExtension = (name: string) => /^20\d$/.test(name);
const told = (name: string, fresh: Record<string, string> = {}) =>
  callEventsOfAmi(new Map(Object.entries(amiFrame(name, fresh))), { extensionIn, isExtension });

describe('manager messages', () => {
  const frames = [
    amiFrame('QueueCallerJoin', {}),
    amiFrame('Hangup', { CallerIDName: 'خالد' }),
    { Response: 'Success', Message: 'Command output follows', Output: 'one\ntwo: 2\nthree' },
  ];
  const text = frames
    .map((frame) =>
      Object.entries(frame)
        .flatMap(([name, value]) => value!.split('\n').map((line) => `${name}: ${line}\r\n`))
        .join(''),
    )
    .map((message) => `${message}\r\n`)
    .join('');

  it('are the same however the network splits them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 20 }), (cuts) => {
        const messages = new AmiParser();
        const at = [0, ...cuts.sort((a, b) => a - b), text.length];
        messages.push('Asterisk Call Manager/11.0.0\r\n');
        const read = at.slice(1).flatMap((end, i) => messages.push(text.slice(at[i], end)));
        expect(read.map((message) => Object.fromEntries(message))).toEqual(frames);
        expect(messages.greeting).toBe('Asterisk Call Manager/11.0.0');
      }),
      { numRuns: 300 },
    );
  });

  it('cannot set prototype properties, and are refused when endless', () => {
    const messages = new AmiParser();
    expect(messages.push('hello\r\n__proto__: x\r\n\r\n')[0]!.get('__proto__')).toBe('x');
    expect(() => messages.push('x'.repeat(5_000_000))).toThrow('without an end');
  });

  it('that we send have one field a line, whatever they contain', () => {
    expect(amiAction({ Action: 'QueuePause', Reason: 'a\r\nAction: Originate' })).toBe(
      'Action: QueuePause\r\nReason: a Action: Originate\r\n\r\n',
    );
  });
});

describe('events of a PBX queue', () => {
  const callId = '1795346787.33';

  it('translate an answered call', () => {
    expect(told('QueueCallerJoin')).toMatchObject({
      channelId: callId,
      events: [
        {
          event: 'newCall',
          callId,
          direction: 'in',
          from: '+966555000555',
          to: '800',
          queue: 'support',
          distributedByExchange: true,
        },
      ],
    });
    expect(told('AgentCalled').events).toMatchObject([{ event: 'ring', callId, users: ['201'] }]);
    expect(told('QueueCallerLeave').events).toEqual([]);
    expect(told('AgentConnect').events).toMatchObject([{ event: 'answer', callId, answeringNumber: '201' }]);
    expect(told('AgentComplete').events).toMatchObject([
      { event: 'hangup', callId, cause: 'normalClearing' },
    ]);
    expect(told('AgentComplete', { Reason: 'transfer' }).events).toEqual([]);
  });

  it('translate an abandoned call, and no answer at a Local member', () => {
    expect(told('QueueCallerAbandon').events).toMatchObject([
      { event: 'hangup', callId: '1795346694.18', cause: 'cancel', onlyIfCallKnown: true },
    ]);
    expect(told('AgentRingNoAnswer').events).toMatchObject([
      { event: 'ringNoAnswer', callId: '1795346512.10', users: ['203'] },
    ]);
    expect(told('AgentRingNoAnswer', { Interface: 'Agent/203' }).events[0]!.users).toEqual(['203']);
  });

  it('end the call with the caller’s own channel only', () => {
    expect(told('Hangup').events).toMatchObject([
      { event: 'hangup', callId: '1795346776.25', cause: 'normalClearing', onlyIfCallKnown: true },
    ]);
    expect(told('Hangup', { Uniqueid: '1795346776.26' }).events).toEqual([]);
    expect(told('Hangup', { Cause: '17' }).events[0]!.cause).toBe('busy');
  });

  it('give nothing for anything that is not a call', () => {
    for (const name of ['QueueMemberPause', 'QueueMemberStatus', 'QueueMemberAdded', 'OriginateResponse'])
      expect(told(name).events).toEqual([]);
  });
});

describe('calls that the dialplan connects itself', () => {
  const dial = (fresh: Record<string, string>) => told('AgentCalled', { Event: 'DialBegin', ...fresh });

  it('are calls to an agent or by one; anything else is ignored', () => {
    expect(dial({}).events).toMatchObject([
      { event: 'newCall', direction: 'in', from: '+966555000555', users: ['201'] },
      { event: 'ring', users: ['201'] },
    ]);
    const out = { Channel: 'PJSIP/201-0000001e', DestChannel: 'PJSIP/trunk-0000001f', Exten: '17001122' };
    expect(dial(out).events).toMatchObject([
      { event: 'newCall', direction: 'out', from: '201', to: '17001122' },
    ]);
    expect(dial({ ...out, DestChannel: 'PJSIP/202-0000001f' }).events).toEqual([]);
    expect(dial({ DestChannel: 'PJSIP/voicemail-0000001f' }).events).toEqual([]);
    expect(dial({ Channel: '' }).events).toEqual([]);
    expect(dial({ Event: 'DialEnd', DialStatus: 'ANSWER' }).events).toMatchObject([
      { event: 'answer', answeringNumber: '201', onlyIfCallKnown: true },
    ]);
    expect(dial({ Event: 'DialEnd', DialStatus: 'NOANSWER' }).events).toEqual([]);
  });

  it('are transferred', () => {
    const blind = { Event: 'BlindTransfer', Result: 'Success', TransfererLinkedid: '1.1', Extension: '202' };
    expect(told('Hangup', blind).events).toMatchObject([
      { event: 'transfer', callId: '1.1', transferTo: '202' },
    ]);
    expect(told('Hangup', { ...blind, Result: 'Fail' }).events).toEqual([]);
    const attended = {
      Event: 'AttendedTransfer',
      Result: 'Success',
      OrigTransfererLinkedid: '1.1',
      SecondTransfererConnectedLineNum: '202',
    };
    expect(told('Hangup', attended).events).toMatchObject([
      { event: 'transfer', callId: '1.1', transferTo: '202' },
      { event: 'answer', callId: '1.1', answeringNumber: '202' },
    ]);
  });
});

describe('events of our Stasis application', () => {
  const leg: CallLeg = {
    callId: '1.1',
    end: 'caller',
    extension: '201',
    answered: false,
    returnedToDialplan: false,
  };
  const event = (name: string, fresh: object = {}) =>
    parseAriEvent(JSON.stringify(ariFrame(name, recordedChannel(), fresh as Record<string, unknown>)))!;

  it('translate a caller who hangs up before the answer', () => {
    expect(callEventsOfAri(event('ChannelHangupRequest'), leg)).toEqual([]);
    for (const name of ['StasisEnd', 'ChannelDestroyed']) {
      expect(callEventsOfAri(event(name), leg)).toMatchObject([{ event: 'hangup', cause: 'cancel' }]);
      expect(callEventsOfAri(event(name), { ...leg, answered: true })).toMatchObject([
        { cause: 'normalClearing' },
      ]);
    }
    expect(callEventsOfAri(event('StasisEnd'), { ...leg, returnedToDialplan: true })).toEqual([]);
  });

  it('translate events of an agent’s phone', () => {
    const agent: CallLeg = { ...leg, end: 'agent' };
    expect(callEventsOfAri(event('StasisStart'), agent)).toMatchObject([
      { event: 'answer', answeringNumber: '201' },
    ]);
    expect(callEventsOfAri(event('ChannelDestroyed', { cause: 19 }), agent)).toMatchObject([
      { event: 'ringNoAnswer', users: ['201'] },
    ]);
    expect(callEventsOfAri(event('ChannelDestroyed'), { ...agent, answered: true })).toMatchObject([
      { event: 'hangup', cause: 'normalClearing' },
    ]);
    expect(callEventsOfAri(event('StasisEnd'), agent)).toEqual([]);
  });

  it('translate a new call, with queue and dialled number from the dialplan’s arguments', () => {
    const queues = [{ key: 'general' }, { key: 'billing' }];
    const arrival = (...args: string[]) => newCallFromAri('1.1', recordedChannel(), args, queues);
    expect(arrival('inbound', '700')).toMatchObject({ from: '+966555000555', to: '700', queue: null });
    expect(arrival('Billing', '80008001')).toMatchObject({ to: '80008001', queue: 'billing' });
    expect(arrival()).toMatchObject({ to: '700', routedByUs: true });
  });

  it('recognise channels that are in it', () => {
    expect(stasisArgs(recordedChannel(), 'wasl')).toEqual(['inbound', '700']);
    expect(stasisArgs(recordedChannel(), 'other')).toBeNull();
    expect(parseAriEvent('[]')).toBeNull();
    expect(parseAriEvent('no JSON')).toBeNull();
  });
});

describe('names of channels', () => {
  it.each([
    ['PJSIP/201-0000001e', '201'],
    ['Local/203@agents-00000006;1', '203'],
    ['Local/202@agents', '202'],
    ['Agent/203', '203'],
    ['Local/102@from-queue/n', '102'],
    ['PJSIP/102/sip:102@10.0.0.5:5060', '102'],
    ['PJSIP/desk-201-0000001e', 'desk-201'],
    ['Message/ast_msg_queue', 'ast_msg_queue'],
    ['', null],
    [undefined, null],
  ])('of %s: %s', (name, extension) => expect(extensionIn(name)).toBe(extension));

  it('of callers who withhold their number are none', () => {
    expect(['<unknown>', '', 'Anonymous', undefined].map(callerIn)).toEqual(['', '', '', '']);
  });
});

describe('causes', () => {
  it.each([
    [0, false, 'cancel'],
    [0, true, 'normalClearing'],
    [16, true, 'normalClearing'],
    [32, false, 'cancel'],
    [17, false, 'busy'],
    [19, false, 'noAnswer'],
    [26, false, 'forwarded'],
    [34, false, 'congestion'],
    [1, false, 'notFound'],
    [127, true, 'normalClearing'],
  ] as const)('%i (answered: %s) is %s', (q850, answered, cause) => {
    expect(hangupCause(q850, answered)).toBe(cause);
  });
});
