import { afterEach, describe, expect, it } from '@jest/globals';
import { nothingFound, TOO_COMPLEX } from '../domain/sender-checks.js';
import { SenderChecking } from './sender-checking.service.js';
import type { SenderDns } from './sender-dns.js';

const REQUEST = {
  sender: 'person@home.example',
  client: { ip: '203.0.113.7', helo: 'mx.home.example' },
  mta: 'contact.example',
};
const HEAD = 'From: Person <person@home.example>\r\nSubject: Lamp\r\n';
const ORDINARY = Buffer.from(`${HEAD}\r\nIt is dark.\r\n`);
const signature = (length: number) =>
  `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=home.example; s=s; h=from; l=${length}; bh=A; b=A\r\n`;
/** Takes about a minute: each signature asks for another digest, and white space at the end is looked at again and again. */
const ENDLESS = Buffer.concat([
  ...Array.from({ length: 10 }, (_, n) => Buffer.from(signature(20_000_000 - n))),
  Buffer.from(`${HEAD}\r\n`),
  Buffer.alloc(20_000_000, ' '),
]);
const PASSES = nothingFound({ spf: 'pass', dkim: 'none', dmarc: 'pass' });

const dns: SenderDns = (name) => {
  const text = {
    'home.example': 'v=spf1 ip4:203.0.113.7 -all',
    '_dmarc.home.example': 'v=DMARC1; p=reject',
  }[name];
  return text
    ? Promise.resolve([[text]])
    : Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
};

describe('the process that checks senders', () => {
  const started: SenderChecking[] = [];
  const start = (lookUp = dns, limits: Partial<SenderChecking['limits']> = {}) => {
    const checking = new SenderChecking(lookUp, limits);
    started.push(checking);
    return checking;
  };
  afterEach(() => {
    for (const checking of started.splice(0)) checking.onApplicationShutdown();
  });

  it('checks a mail by the DNS of the process', async () => {
    expect(await start().check(ORDINARY, REQUEST)).toEqual(PASSES);
    const forged = { ...REQUEST, client: { ip: '198.51.100.9', helo: 'x' } };
    expect(await start().check(ORDINARY, forged)).toEqual(
      nothingFound({ spf: 'fail', dkim: 'none', dmarc: 'fail' }),
    );
  });

  it('gives up a mail that takes too long, leaves the process free, and checks the others', async () => {
    const checking = start();
    await checking.check(ORDINARY, REQUEST);
    Object.assign(checking.limits, { ms: 2_000, answerMs: 1_000 });
    let turns = 0;
    let going = true;
    const count = () => {
      turns++;
      if (going) setImmediate(count);
    };
    count();
    const results = await Promise.all(
      [ORDINARY, ENDLESS, ORDINARY].map((raw) => checking.check(raw, REQUEST)),
    );
    going = false;
    expect(results).toEqual([PASSES, nothingFound(TOO_COMPLEX), PASSES]);
    expect(turns).toBeGreaterThan(1_000);
    expect(await checking.check(ORDINARY, REQUEST)).toEqual(PASSES);
  });

  it('tells slow DNS from a process that no longer answers', async () => {
    const checking = start(() => new Promise(() => undefined), { ms: 1_500 });
    await expect(checking.check(ORDINARY, REQUEST)).rejects.toThrow('took longer than');
  }, 30_000);

  it('blames no mail when the process cannot be started', async () => {
    // Too little memory to load anything.
    const checking = start(dns, { bytes: 1_000_000 });
    const checks = [ORDINARY, ORDINARY].map((raw) => checking.check(raw, REQUEST));
    for (const check of checks) await expect(check).rejects.toMatchObject({ reason: 'not_started' });
  });

  it('leaves nobody waiting when the process stops', async () => {
    const checking = start(() => new Promise(() => undefined));
    const checked = checking.check(ORDINARY, REQUEST).catch((error: Error) => error.message);
    checking.onApplicationShutdown();
    expect(await checked).toBe('the process is stopping');
    await expect(checking.check(ORDINARY, REQUEST)).rejects.toThrow('the process is stopping');
  });
});
