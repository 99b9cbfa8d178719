import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TICKET_STATUSES } from '#wasl/contracts';
import { hours } from '#wasl/kernel';
import { parseGatewayEvent } from './gateway-event.js';
import { keywordIn } from './keyword.js';
import { plainForSms, smsSegments } from './segments.js';
import { signatureFault, signatureOf } from './signature.js';
import { numbersIn, destinationOfText, type TextTicket } from './ticket-of-text.js';
import { titleOf } from './title.js';

describe('A signature', () => {
  const now = new Date('2026-03-01T10:00:00Z');
  const timestamp = String(now.getTime() / 1000);
  const body = Buffer.from('{"a":1}');
  const signature = signatureOf('secret', timestamp, body);

  it('is the HMAC-SHA256 of time and body, as anybody can compute it', () => {
    // printf '1772359200.{"a":1}' | openssl dgst -sha256 -hmac secret
    expect(signature).toBe('v1=bae4a660178ef6f9b199125fafbf22b81cf3d94b8648ae987577aad9b6227209');
    expect(signatureFault('secret', { timestamp, signature, body }, now)).toBeNull();
  });

  it('is invalid for any other secret, time or body', () => {
    expect(signatureFault('other', { timestamp, signature, body }, now)).toBe('wrong');
    expect(signatureFault('secret', { timestamp: `0${timestamp}`, signature, body }, now)).toBe('wrong');
    expect(signatureFault('secret', { timestamp, signature, body: Buffer.from('{"a":2}') }, now)).toBe(
      'wrong',
    );
    for (const bad of ['', 'v1=', 'é'.repeat(67), `${signature}0`])
      expect(signatureFault('secret', { timestamp, signature: bad, body }, now)).toBe('wrong');
    for (const bad of ['', 'NaN', '1e9', '-5', ' 1'])
      expect(signatureFault('secret', { timestamp: bad, signature, body }, now)).toBe('wrong');
  });

  it('expires after five minutes, in both directions', () => {
    const at = (ms: number) =>
      signatureFault('secret', { timestamp, signature, body }, new Date(now.getTime() + ms));
    expect([at(300_000), at(-300_000), at(300_001), at(-300_001)]).toEqual([
      null,
      null,
      'too_old',
      'too_old',
    ]);
  });
});

describe('An event of the gateway', () => {
  it('is parsed or refused without an exception, whatever is given', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        try {
          parseGatewayEvent(body);
        } catch (error) {
          expect((error as { kind?: string }).kind).toBe('invalid');
        }
      }),
    );
  });

  it('drops control characters, and ignores inherited properties', () => {
    const event = parseGatewayEvent({
      type: 'message',
      id: 1,
      medium: 'sms',
      from: '+1',
      text: 'a\u0000b\tc\r\n',
    });
    expect(event).toMatchObject({ id: '1', text: 'ab\tc', to: null });
    expect(() => parseGatewayEvent(Object.create({ type: 'message' }))).toThrow();
  });
});

describe('A keyword', () => {
  it.each(['STOP', ' stop. ', 'Stop!', 'توقف', 'إيقاف', 'الغاء', 'إلغاء الاشتراك'])(
    'is an opt-out keyword: %s',
    (text) => expect(keywordIn(text)).toBe('stop'),
  );
  it.each(['start', 'ابدأ', 'اِبدأ', 'UNSTOP'])('is an opt-in keyword: %s', (text) =>
    expect(keywordIn(text)).toBe('start'),
  );
  it.each(['please stop the noise', 'الرجاء إيقاف الحفر ليلًا', '', 'stop start', '١'])(
    'is something people must read: %s',
    (text) => expect(keywordIn(text)).toBeNull(),
  );
});

describe('Segments of an SMS', () => {
  it.each([
    ['', 1],
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    ['م'.repeat(70), 1],
    ['م'.repeat(71), 2],
    ['م'.repeat(134), 2],
    ['م'.repeat(135), 3],
    ['😀'.repeat(35), 1],
    ['😀'.repeat(36), 2],
  ])('are counted as operators do (%#)', (text, segments) => expect(smsSegments(text)).toBe(segments));

  it('are fewer with plain characters, which change nothing else', () => {
    expect(plainForSms('It’s “dark” – really…')).toBe('It\'s "dark" - really...');
    expect(plainForSms('مظلم…')).toBe('مظلم…');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => smsSegments(plainForSms(text)) <= smsSegments(text),
      ),
    );
  });
});

describe('The destination of a text', () => {
  const now = new Date('2026-03-01T10:00:00Z');
  const ticket = (id: string, status: TextTicket['status'], hoursAgo: number | null = null): TextTicket => ({
    id,
    matterId: id,
    number: id.repeat(12),
    status,
    lastTextAt: hoursAgo === null ? null : new Date(now.getTime() - hours(hoursAgo)),
  });

  it('is the ticket it names; a closed one is followed by a new one', () => {
    const own = [ticket('3', 'open', 1), ticket('2', 'resolved'), ticket('1', 'closed')];
    expect(destinationOfText(own, ['222222222222'], now)).toEqual({ join: own[1] });
    expect(destinationOfText(own, ['111111111111'], now)).toEqual({ open: true, follows: own[2] });
    expect(destinationOfText(own, ['999999999999'], now)).toEqual({ join: own[0] });
  });

  it('is the conversation of the last three days, else the only open matter, else a new one', () => {
    const talked = ticket('2', 'resolved', 71);
    expect(destinationOfText([ticket('3', 'open'), talked], [], now)).toEqual({ join: talked });
    const one = ticket('1', 'pending', 73);
    expect(destinationOfText([one, ticket('4', 'resolved', 80)], [], now)).toEqual({ join: one });
    expect(destinationOfText([ticket('1', 'open'), ticket('2', 'new')], [], now)).toEqual({
      open: true,
      follows: null,
    });
    expect(destinationOfText([], [], now)).toEqual({ open: true, follows: null });
  });

  it('is the newest of the tickets that were merged into one, as they are one matter', () => {
    const merged = [ticket('3', 'open'), { ...ticket('2', 'open'), matterId: '3' }];
    expect(destinationOfText(merged, [], now)).toEqual({ join: merged[0] });
    const ofOther = [
      { ...ticket('3', 'open'), matterId: '9' },
      { ...ticket('2', 'open'), matterId: '9' },
    ];
    expect(destinationOfText(ofOther, [], now)).toEqual({ join: ofOther[0] });
    expect(destinationOfText([...ofOther, ticket('1', 'open')], [], now)).toEqual({
      open: true,
      follows: null,
    });
  });

  it('is never a closed ticket, and never somebody else’s', () => {
    const anyTicket = fc.record({
      id: fc.uuid(),
      matterId: fc.uuid(),
      number: fc.stringMatching(/^\d{12}$/),
      status: fc.constantFrom(...TICKET_STATUSES),
      lastTextAt: fc.option(fc.date({ noInvalidDate: true })),
    });
    fc.assert(
      fc.property(fc.array(anyTicket), fc.array(fc.stringMatching(/^\d{12}$/)), (own, named) => {
        const place = destinationOfText(own, named, now);
        if ('join' in place) {
          expect(own).toContain(place.join);
          expect(place.join.status).not.toBe('closed');
        } else if (place.follows) expect(own).toContain(place.follows);
      }),
    );
  });

  it('finds numbers as people type them', () => {
    expect(numbersIn('about 2648-1937-0525 and ٢٦٤٨ ١٩٣٧ ٠٥٢٥, not 12 or 1234567890123')).toEqual([
      '2648-1937-0525',
      '٢٦٤٨ ١٩٣٧ ٠٥٢٥',
    ]);
  });
});

describe('The title of a text', () => {
  it('is its first words', () => {
    expect(titleOf('Dark\nstreet', 'en')).toBe('Dark street');
    expect(titleOf('🙏🙏', 'ar')).toBe('رسالة بلا عنوان');
    const long = titleOf('word '.repeat(60), 'en');
    expect(long.length).toBeLessThanOrEqual(91);
    expect(long).toMatch(/word…$/);
  });
});
