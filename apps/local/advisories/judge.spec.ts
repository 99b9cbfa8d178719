import { describe, expect, it } from '@jest/globals';
import { judge, readExceptions } from './judge.mjs';

const advisory = (severity: string, id = 'GHSA-aaaa-bbbb-cccc') => ({
  source: 1,
  name: 'qs',
  title: 'Endless loop',
  severity,
  url: `https://github.com/advisories/${id}`,
});
const audit = (...via: unknown[]) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: { qs: { name: 'qs', via }, express: { name: 'express', via: ['qs'] } },
  });
const now = new Date('2026-11-29T12:00:00Z');
const excuse = (until: string) => [{ id: 'GHSA-aaaa-bbbb-cccc', reason: 'Not reached', until }];

describe('the check of known advisories', () => {
  it.each(['high', 'critical'])('fails on a %s one', (severity) => {
    const { lines, code } = judge(audit(advisory(severity)), [], now);
    expect([code, lines]).toEqual([
      1,
      [
        `FAIL ${severity} qs: Endless loop https://github.com/advisories/GHSA-aaaa-bbbb-cccc`,
        '1 high or critical, 1 not excused',
      ],
    ]);
  });

  it.each(['low', 'moderate', 'info'])('passes a %s one', (severity) => {
    expect(judge(audit(advisory(severity)), [], now)).toEqual({
      lines: ['0 high or critical, 0 not excused'],
      code: 0,
    });
  });

  it('passes one that is excused, up to the day named and no longer', () => {
    const given = audit(advisory('high'));
    expect(judge(given, excuse('2026-11-29'), now).code).toBe(0);
    const over = judge(given, excuse('2026-11-28'), now);
    expect([over.code, over.lines[0]]).toEqual([1, expect.stringContaining('exception is over')]);
  });

  it('excuses that one alone', () => {
    const given = audit(advisory('high'), advisory('high', 'GHSA-other'));
    expect(judge(given, excuse('2027-01-01'), now).code).toBe(1);
  });

  it.each([
    [
      'an error of the registry',
      '{"message": "405 Method Not Allowed", "error": {"summary": ""}}',
      '405 Method Not Allowed',
    ],
    ['silence', '', 'no answer that could be read'],
    ['a page', '<html>', 'no answer that could be read'],
  ])('says so when it has %s instead of advisories', (_, output, why) => {
    const { lines, code } = judge(output, [], now);
    expect([code, lines]).toEqual([
      0,
      [expect.stringMatching(/^SKIPPED: the registry offers no advisories/)],
    ]);
    expect(lines[0]).toContain(why);
  });

  it.each([
    [{ id: 'GHSA-x', until: '2027-01-01' }],
    [{ id: 'GHSA-x', reason: ' ', until: '2027-01-01' }],
    [{ id: 'GHSA-x', reason: 'Not reached' }],
    [{ id: 'GHSA-x', reason: 'Not reached', until: 'later' }],
    [{ reason: 'Not reached', until: '2027-01-01' }],
  ])('refuses the exception %j', (exception) => {
    expect(() => readExceptions(JSON.stringify([exception]))).toThrow('needs an id, a reason and an end');
  });
});
