import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseCallEvent } from '#wasl/channels';
import { dockerFolder } from './support/compose-file.js';

const dialplan = readFileSync(join(dockerFolder, 'asterisk/extensions.conf'), 'utf8');
const queues = readFileSync(join(dockerFolder, 'asterisk/queues.conf'), 'utf8');
const lines = dialplan.split('\n').filter((line) => line.trim() !== '' && !line.startsWith(';'));
const contexts = lines.filter((line) => line.startsWith('[')).map((line) => line.slice(1, -1));
const posted = [...dialplan.matchAll(/CURL\(\$\{WASL\},(.*)\)\}\)$/gm)].map((match) => match[1]!);

/** What callers choose is encoded by URIENCODE; here it is chosen to break out of its field. */
const HOSTILE = '+97317000001&event=hangup\r\n"x"';
const VALUES: Record<string, string> = {
  WASL_CALL: '1795346512.10',
  'CALLERID(num)': HOSTILE,
  WASL_TO: '80008001',
  WASL_WHO: 'PJSIP/102-0000001a',
};
const sent = posted.map((text) =>
  text.replace(/\$\{URIENCODE\(\$\{([^}]+)\}\)\}/g, (_, name: string) => encodeURIComponent(VALUES[name]!)),
);

describe('the dialplan', () => {
  it('tells of each event with fields that the webhook takes, all of them encoded', () => {
    expect(sent.every((text) => !text.includes('${'))).toBe(true);
    const bodies = sent.map((text) => Object.fromEntries(new URLSearchParams(text)));
    expect(bodies[0]).toMatchObject({ event: 'newCall', from: HOSTILE });
    const events = bodies.map((body) => parseCallEvent({ ...body, ...(body.from && { from: '17000001' }) }));
    expect(events).toMatchObject([
      { event: 'newCall', direction: 'in', callId: VALUES.WASL_CALL, to: '80008001' },
      { event: 'answer', callId: VALUES.WASL_CALL, answeringNumber: 'PJSIP/102-0000001a' },
      { event: 'hangup', callId: VALUES.WASL_CALL, cause: 'normalClearing' },
    ]);
  });

  it('enters our application first, and goes on without a worker', () => {
    const first = lines.indexOf('[from-trunk]');
    const steps = lines.slice(first, lines.indexOf('[wasl-fallback]')).join('\n');
    expect(steps).toMatch(/Stasis\(wasl,[\s\S]*STASISSTATUS\}" = "FAILED"\]\?wasl-fallback,/);
  });

  it('refers only to contexts and queues that it has', () => {
    const named = [
      ...dialplan.matchAll(/(?:Gosub\(|hangup_handler_push\)=|U\(|\?)(wasl-[a-z]+)/g),
      ...queues.matchAll(/membergosub = (\S+)/g),
    ].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => !contexts.includes(name))).toEqual([]);
    const waits = [...dialplan.matchAll(/Queue\(([^,)]+)/g)].map((match) => match[1]!);
    expect(waits.every((name) => queues.includes(`[${name}]`))).toBe(true);
  });

  it('gives nothing that a caller chose to a shell', () => {
    expect(lines.join('\n')).not.toMatch(/SHELL\(|System\(/);
  });
});
