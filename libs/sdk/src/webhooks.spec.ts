import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { verifyWebhook, WebhookVerificationError } from './webhooks.js';

const SECRET = `whsec_${Buffer.alloc(32, 'a key').toString('base64')}`;
const OTHER = `whsec_${Buffer.alloc(32, 'other').toString('base64')}`;
const NOW = Date.parse('2026-03-02T09:00:00Z');
const BODY = JSON.stringify({ type: 'ticket.created', timestamp: '2026-03-02T09:00:00Z', data: { n: 'ض' } });
const signed = (body = BODY, secrets = [SECRET], at = NOW) => ({
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(at / 1_000),
  'webhook-signature': secrets.map((one) => new Webhook(one).sign('msg_1', new Date(at), body)).join(' '),
});
const verify = (
  body: string | Uint8Array,
  headers: Parameters<typeof verifyWebhook>[1],
  secrets: string | string[] = SECRET,
) => verifyWebhook(body, headers, secrets, { now: NOW });

describe('messages of webhooks', () => {
  it('should be accepted as the library of Standard Webhooks signs them, as text and as bytes', () => {
    const expected = {
      id: 'msg_1',
      type: 'ticket.created',
      timestamp: '2026-03-02T09:00:00Z',
      data: { n: 'ض' },
    };
    expect(verify(BODY, signed())).toEqual(expected);
    expect(verify(Buffer.from(BODY), new Headers(signed()))).toEqual(expected);
    const names = Object.entries(signed()).map(([name, value]) => [name.toUpperCase(), [value]]);
    expect(verify(BODY, Object.fromEntries(names) as Record<string, string[]>)).toEqual(expected);
  });

  it('should be accepted while a secret is replaced, on either side', () => {
    expect(verify(BODY, signed(BODY, [OTHER, SECRET])).id).toBe('msg_1');
    expect(verify(BODY, signed(), [OTHER, SECRET]).id).toBe('msg_1');
  });

  it.each([
    ['of another secret', BODY, signed(BODY, [OTHER])],
    ['with another body', `${BODY} `, signed()],
    ['with another id', BODY, { ...signed(), 'webhook-id': 'msg_2' }],
    ['without a signature', BODY, { ...signed(), 'webhook-signature': undefined }],
    ['with a signature of another kind', BODY, { ...signed(), 'webhook-signature': 'v1a,AAAA' }],
    ['that is old', BODY, signed(BODY, [SECRET], NOW - 301_000)],
    ['of the future', BODY, signed(BODY, [SECRET], NOW + 301_000)],
    ['with a time that is none', BODY, { ...signed(), 'webhook-timestamp': 'now' }],
  ])('should be refused %s', (_, body, headers) =>
    expect(() => verify(body, headers)).toThrow(WebhookVerificationError),
  );

  it('should be refused with any other signature', () =>
    fc.assert(
      fc.property(fc.string(), (signature) => {
        expect(() => verify(BODY, { ...signed(), 'webhook-signature': signature })).toThrow(
          WebhookVerificationError,
        );
      }),
    ));

  it('should be refused with a tolerance that is no number, however old', () => {
    const old = signed(BODY, [SECRET], NOW - 86_400_000);
    expect(() => verifyWebhook(BODY, old, SECRET, { toleranceSeconds: NaN, now: NOW })).toThrow('too old');
  });

  it('should have the id that was signed as theirs, whatever is in the body', () => {
    const body = JSON.stringify({ ...(JSON.parse(BODY) as object), id: 'another' });
    expect(verify(body, signed(body)).id).toBe('msg_1');
  });

  it('should not be checked with an empty secret, by which anybody could sign', () =>
    expect(() => verify(BODY, signed(), 'whsec_')).toThrow(TypeError));
});
