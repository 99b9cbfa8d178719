import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCallerNumber, readCountryProfile, withoutAddress } from '#wasl/country';
import { type AgentLine, agentOf, lineOf } from './agent-of.js';
import { DEFAULT_ENDPOINT, endpointOf, extensionIn } from './endpoints.js';

const bh = readCountryProfile('bh');
const reading = {
  endpoint: DEFAULT_ENDPOINT,
  comparable: (number: string) => readCallerNumber(number, bh).number ?? number,
  userPart: withoutAddress,
};
const agent = (id: string, extension: string | null, name: string): AgentLine => ({
  id,
  extension,
  email: `${id}@demo.example`,
  name,
});
const AGENTS = [
  agent('laila', '102', 'Laila Haddad'),
  agent('omar', 'desk-201', 'عمر حداد'),
  agent('sami', '+97317555103', 'Sami Same'),
  agent('samir', '104', 'Sami Same'),
  agent('noor', null, 'Noor Saleh'),
  { ...agent('twin', '105', 'Twin One'), email: 'twin@demo.example' },
  { ...agent('twin2', '106', 'Twin Two'), email: 'twin@other.example' },
];

describe('the agent whom a PBX means', () => {
  it.each([
    ['102', 'laila'],
    [' 102 ', 'laila'],
    ['PJSIP/102', 'laila'],
    ['PJSIP/102-0000001a', 'laila'],
    ['SIP/102', 'laila'],
    ['SIP/102-0000001a', 'laila'],
    ['IAX2/102', 'laila'],
    ['Agent/102', 'laila'],
    ['Local/102@from-queue/n', 'laila'],
    ['Local/102@from-queue', 'laila'],
    ['Local/102@from-queue-0000001a;2', 'laila'],
    ['PJSIP/102/sip:102@10.0.0.5:5060', 'laila'],
    ['sip:102@pbx', 'laila'],
    ['sips:102@pbx.example;transport=tls', 'laila'],
    ['"Laila" <sip:102@pbx>', 'laila'],
    ['102@pbx', 'laila'],
    ['laila@demo.example', 'laila'],
    ['Laila@Demo.Example', 'laila'],
    ['laila', 'laila'],
    ['LAILA', 'laila'],
    ['sip:laila@pbx', 'laila'],
    ['PJSIP/laila-0000001a', 'laila'],
    ['Laila Haddad', 'laila'],
    ['laila haddad', 'laila'],
    ['عمر حداد', 'omar'],
    ['PJSIP/desk-201', 'omar'],
    ['PJSIP/desk-201-0000001a', 'omar'],
    ['+97317555103', 'sami'],
    ['17555103', 'sami'],
    ['0097317555103', 'sami'],
    ['97317555103', 'sami'],
    ['1755 5103', 'sami'],
    ['sip:+97317555103@pbx', 'sami'],
    ['noor', 'noor'],
    ['noor@demo.example', 'noor'],
    ['twin@other.example', 'twin2'],
  ])('by %j is %s', (raw, id) => {
    expect(agentOf(raw, AGENTS, reading)?.id).toBe(id);
  });

  it.each([
    '',
    ' ',
    '10',
    '1022',
    '2102',
    'PJSIP/trunk-0000001a',
    'sip:999@pbx',
    'Sami Same', // two have this name
    'twin', // two have this login
    'laila@elsewhere.example',
    '+97317555104',
    'Local/s@from-queue/n',
    '/',
    '@',
    'PJSIP/',
  ])('by %j is nobody', (raw) => {
    expect(agentOf(raw, AGENTS, reading)).toBeNull();
  });

  it('has their line in calls, by which they are found again', () => {
    for (const one of AGENTS) expect(agentOf(lineOf(one), AGENTS, reading)?.id).toBe(one.id);
  });

  it('is found by every form of every extension, and no other agent is', () => {
    const extension = fc.stringMatching(/^[a-z]{0,3}\d{2,6}$/);
    const channel = fc.stringMatching(/^[0-9a-f]{8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(extension, { minLength: 1, maxLength: 8 }), channel, (extensions, id) => {
        const agents = extensions.map((one, n) => agent(`agent-${n}-of`, one, `Name ${n}`));
        for (const [n, one] of extensions.entries()) {
          for (const form of [
            one,
            `PJSIP/${one}`,
            `PJSIP/${one}-${id}`,
            `SIP/${one}-${id}`,
            `Local/${one}@queue-${id};1`,
            `Local/${one}@queue/n`,
            `sip:${one}@pbx.example`,
            agents[n]!.email,
            agents[n]!.name,
          ])
            expect([form, agentOf(form, agents, reading)?.extension]).toEqual([form, one]);
        }
      }),
    );
  });

  it('does not depend on the order of the agents, whatever the value', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.constantFrom('PJSIP/102', 'Sami Same', 'twin', 'sip:laila@pbx'),
    );
    fc.assert(
      fc.property(anything, fc.shuffledSubarray(AGENTS, { minLength: AGENTS.length }), (raw, agents) => {
        expect(agentOf(raw, agents, reading)).toBe(agentOf(raw, AGENTS, reading));
      }),
    );
  });
});

describe('the pattern of endpoints', () => {
  it.each([
    ['PJSIP/agent-{extension}', 'PJSIP/agent-102', ['PJSIP/agent-102-0000001a', 'PJSIP/agent-102']],
    ['Local/{extension}@agents', 'Local/102@agents', ['Local/102@agents-0000001a;1', 'Local/102@agents/n']],
    ['PJSIP/{extension}@sbc', 'PJSIP/102@sbc', ['PJSIP/102@sbc', 'PJSIP/102-0000001a', 'SIP/102']],
  ])('%s is dialled as %s, and read back', (pattern, dialled, names) => {
    expect(endpointOf('102', pattern)).toBe(dialled);
    for (const name of [dialled, ...names]) expect([name, extensionIn(name, pattern)]).toEqual([name, '102']);
  });

  it('reads back what it dials', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9._-]{0,6}$/);
    fc.assert(
      fc.property(part, part, fc.stringMatching(/^\d{2,6}$/), (before, after, extension) => {
        const pattern = `PJSIP/${before}{extension}@x${after}`;
        expect(extensionIn(endpointOf(extension, pattern), pattern)).toBe(extension);
      }),
    );
  });
});
