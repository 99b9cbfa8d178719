import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Portal, startPortal } from '../support/portal-app.js';
import { startSystem, type TestSystem } from '../support/system.js';

/** The documented limit: no input may cost more than ten times the CPU time of a valid one of the same size. */
const MOST_TIMES = 10;
const ROUNDS = 5;
const LARGEST_ANSWER = 10_000;
const LARGEST_PAGE = 60_000;
const BYTES = 240_000;
const SECRET = 'a secret of the gateway';

interface Sent {
  path: string;
  type?: string;
  body: string;
  headers?: Record<string, string>;
}
interface Entrance {
  name: string;
  /** a valid request, padded to the size of the rejected one */
  honest: Sent;
  /** a rejected body of about the given size */
  refused: Record<string, (bytes: number) => string>;
  /** the maximum body size of the endpoint */
  most?: number;
}

const repeat = (piece: string, bytes: number) => piece.repeat(Math.floor(bytes / piece.length));
/** JSON that is expensive without limits. */
const JSON_ATTACKS: Entrance['refused'] = {
  'a list of empty objects': (bytes) => `[${repeat('{},', bytes - 4)}{}]`,
  'lists that never close': (bytes) => '['.repeat(bytes),
  'lists in lists': (bytes) => '['.repeat(bytes / 2) + ']'.repeat(bytes / 2),
  'objects in objects': (bytes) => repeat('{"a":', bytes - 1) + '1',
  'a field that is a list of empty objects': (bytes) => `{"requester":[${repeat('{},', bytes - 20)}{}]}`,
  'a list of many items in a field': (bytes) => `{"tags":[${repeat('1,', bytes - 20)}1]}`,
  'many unknown fields': (bytes) =>
    `{${Array.from({ length: bytes / 11 }, (_, n) => `"${String(n).padStart(6, 'x')}":1`).join()}}`,
  'one name many times': (bytes) => `{${repeat('"a":1,', bytes - 10)}"a":1}`,
  'one long name': (bytes) => `{"${'a'.repeat(bytes - 8)}":1}`,
  'escapes without end': (bytes) => `{"subject":"${repeat('\\"', bytes - 14)}`,
  'a number of many digits': (bytes) => `{"subject":${'1'.repeat(bytes - 14)}}`,
};
const FORM_ATTACKS: Entrance['refused'] = {
  'many pairs': (bytes) => repeat('a=1&', bytes),
  'many ampersands': (bytes) => '&'.repeat(bytes),
  'nested names': (bytes) => `a${repeat('[b]', bytes)}=1`,
  'many attributes': (bytes) => repeat('attribute[x]=1&', bytes),
  'a list index in every name': (bytes) => repeat('a[9]=1&', bytes),
  'escapes without meaning': (bytes) => `a=${repeat('%zz', bytes)}`,
};

/** Pads a valid request to the size of the rejected one: whitespace in JSON, unknown fields in a form. */
function padded(body: string, bytes: number, type = ''): string {
  const missing = Math.max(0, bytes - body.length);
  if (!type.includes('form')) return body + ' '.repeat(missing);
  const fields = Array.from({ length: Math.floor(missing / 8_000) }, (_, n) => `&z${n}=${'x'.repeat(7_990)}`);
  return body + (type.includes('multipart') ? '' : fields.join(''));
}

describe('the cost of rejected input', () => {
  let system: TestSystem;
  let portal: Portal;
  let cookie: string;
  let n = 0;
  beforeAll(async () => {
    system = await startSystem({ agent: {} }, { env: { TRUST_PROXY: '1', MESSAGING_SECRET: SECRET } });
    cookie = (await system.signInAs('agent')).cookie!;
    portal = await startPortal();
  });
  afterAll(async () => {
    await system.stop();
    await portal.close();
  });

  const MATTER = {
    kind: 'report',
    subject: 'A lamp is broken',
    description: 'In front of the school. '.repeat(20),
    language: 'en',
    requester: { audience: 'citizen', name: 'Mona', phone: '36001234' },
  };
  const json = (path: string, body: object, headers = {}): Sent => ({
    path,
    type: 'application/json',
    body: JSON.stringify(body),
    headers,
  });
  const FORM = 'application/x-www-form-urlencoded';
  const call = () => ({
    event: 'newCall',
    callId: `c${++n}`,
    from: '17000001',
    to: '80008001',
    direction: 'in',
  });

  const ENTRANCES: (() => Entrance)[] = [
    () => ({
      name: 'REST of staff',
      honest: json('/api/v1/tickets', { ...MATTER, queue: 'general' }, { cookie }),
      refused: JSON_ATTACKS,
    }),
    () => ({ name: 'public REST', honest: json('/api/v1/public/tickets', MATTER), refused: JSON_ATTACKS }),
    () => ({
      name: 'sign-in',
      honest: json('/api/v1/session/password-reset', { email: 'nobody@test.example' }),
      refused: JSON_ATTACKS,
    }),
    () => ({
      name: 'CTI as JSON',
      honest: json('/api/v1/cti/cti-token-for-tests', call()),
      refused: JSON_ATTACKS,
      most: 60_000,
    }),
    () => ({
      name: 'CTI as a form',
      honest: {
        path: '/api/v1/cti/cti-token-for-tests',
        type: FORM,
        body: new URLSearchParams(call()).toString(),
      },
      refused: FORM_ATTACKS,
      most: 60_000,
    }),
    () => ({
      name: 'CTI without a type',
      honest: { path: '/api/v1/cti/cti-token-for-tests', body: JSON.stringify(call()) },
      refused: JSON_ATTACKS,
      most: 60_000,
    }),
    () => ({
      name: 'Open311',
      honest: {
        path: '/open311/v2/requests.xml',
        type: FORM,
        body: 'service_code=x&lat=26.2&long=50.5&description=a',
      },
      refused: FORM_ATTACKS,
    }),
    () => ({
      name: 'messaging gateway',
      honest: json('/api/v1/messaging/events', {
        type: 'message',
        id: `m${++n}`,
        medium: 'sms',
        from: '+97336001234',
        text: 'A lamp',
      }),
      refused: JSON_ATTACKS,
    }),
  ];

  /** Gateway messages are signed, so the attacker is a compromised gateway. */
  const signed = ({ path, body }: Sent): Record<string, string> => {
    if (!path.startsWith('/api/v1/messaging')) return {};
    const timestamp = String(Math.floor(Date.now() / 1000));
    const mac = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
    return { 'x-wasl-timestamp': timestamp, 'x-wasl-signature': `v1=${mac}` };
  };

  async function send(url: string, sent: Sent): Promise<{ status: number; size: number; cpu: number }> {
    const headers = {
      ...(sent.type && { 'content-type': sent.type }),
      'x-forwarded-for': `10.${(++n >> 8) & 255}.${n & 255}.1`,
      ...signed(sent),
      ...sent.headers,
    };
    const start = process.cpuUsage();
    const response = await fetch(url + sent.path, { method: 'POST', headers, body: Buffer.from(sent.body) });
    const size = (await response.arrayBuffer()).byteLength;
    const { user, system: kernel } = process.cpuUsage(start);
    return { status: response.status, size, cpu: user + kernel };
  }

  /** The minimum of several runs, to exclude other load: client and server are one process. */
  async function best(url: string, make: () => Sent) {
    const runs = [];
    for (let round = 0; round < ROUNDS; round++) runs.push(await send(url, make()));
    return {
      ...runs[0]!,
      cpu: Math.min(...runs.map(({ cpu }) => cpu)),
      size: Math.max(...runs.map(({ size }) => size)),
    };
  }

  /** @param isPage whether a form may also be answered with its page */
  async function compare(url: string, make: () => Entrance, isPage = false): Promise<string[]> {
    const { refused, most = BYTES } = make();
    const honest = await best(url, () => {
      const { honest: sent } = make();
      return { ...sent, body: padded(sent.body, most, sent.type) };
    });
    const wrong: string[] = honest.status >= 500 ? [`an honest request → ${honest.status}`] : [];
    for (const [name, bodyOf] of Object.entries(refused)) {
      const measure = () => best(url, () => ({ ...make().honest, body: bodyOf(most) }));
      let attack = await measure();
      // A really expensive request stays expensive; other load is only temporary.
      for (let again = 0; again < 4 && attack.cpu / honest.cpu > MOST_TIMES; again++)
        attack = await measure();
      const times = attack.cpu / honest.cpu;
      const told = `${name} → ${attack.status}, ${times.toFixed(1)} times, ${attack.size} bytes`;
      const isRefused = attack.status >= (isPage ? 200 : 400) && attack.status < 500;
      const isSmall = attack.size <= (isPage ? LARGEST_PAGE : LARGEST_ANSWER);
      if (!isRefused || !isSmall || times > MOST_TIMES) wrong.push(told);
    }
    return wrong;
  }

  it.each(ENTRANCES.map((make) => [make().name, make] as const))(
    'is at most ten times that of valid input of the same size, at the %s',
    async (_name, make) => {
      expect(await compare(system.url, make)).toEqual([]);
    },
  );

  it('holds for the forms of the portal', async () => {
    const honest: Sent = { path: '/en/new', type: FORM, body: 'step=service&service=none' };
    const make = () => ({ name: 'portal', honest, refused: FORM_ATTACKS });
    expect(await compare(portal.url, make, true)).toEqual([]);
  });

  it('holds for forms with files, and for files that are not JSON', async () => {
    const part = (name: string, value: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const type = 'multipart/form-data; boundary=x';
    const end = '--x--\r\n';
    const honest: Sent = {
      path: '/en/new',
      type,
      body: part('step', 'service') + part('description', 'x'.repeat(60_000)) + end,
    };
    const refused: Entrance['refused'] = {
      'many fields': (bytes) => repeat(part('a', '1'), bytes) + end,
      'many files': (bytes) =>
        repeat('--x\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\nx\r\n', bytes) + end,
      'many headers': (bytes) => `--x\r\n${repeat('X-A: 1\r\n', bytes)}\r\n\r\n${end}`,
      'boundaries alone': (bytes) => repeat('--x\r\n', bytes),
    };
    const make = () => ({ name: 'portal', honest, refused });
    expect(await compare(portal.url, make, true)).toEqual([]);
  });
});
