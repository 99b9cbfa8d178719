import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AuditRecord, backoffSeconds } from './audit-record.js';
import { frameMessage, syslogMessage } from './syslog-message.js';
import { parseSyslog } from '../../../../test/support/parse-syslog.js';

const ENTRY: AuditRecord = {
  kind: 'entry',
  seq: 7,
  at: '2026-01-01T00:00:00.000Z',
  actorId: null,
  action: 'session.failed',
  targetKind: 'user',
  targetId: 'a "quoted" \\ ] name',
  detail: { address: '192.0.2.1', browser: 'فايرفوكس' },
  link: 'ab12',
};

describe('messages to syslog', () => {
  it('should follow RFC 5424', () => {
    expect(syslogMessage(ENTRY, 'host 1')).toBe(
      '<108>1 2026-01-01T00:00:00.000Z host1 wasl - session.failed ' +
        '[wasl@32473 seq="7" targetKind="user" target="a \\"quoted\\" \\\\ \\] name" link="ab12"] ' +
        '\ufeff{"address":"192.0.2.1","browser":"فايرفوكس"}',
    );
  });

  it('should report the head, and alert when the trail is broken', () => {
    const at = ENTRY.at;
    expect(parseSyslog(syslogMessage({ kind: 'head', seq: 9, at, link: 'ff' }, 'h'))).toMatchObject({
      priority: 109,
      messageId: 'audit.head',
      data: { seq: '9', link: 'ff' },
    });
    expect(parseSyslog(syslogMessage({ kind: 'broken', seq: 3, at, fault: 'changed' }, 'h'))).toMatchObject({
      priority: 105,
      data: { seq: '3', fault: 'changed' },
    });
  });

  it('should round-trip any note, and prevent injection of messages or parameters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: 'binary' }),
        (id, value) => {
          const text = syslogMessage({ ...ENTRY, targetId: id, detail: { value } }, 'host');
          expect(text).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
          const parsed = parseSyslog(text);
          expect(Object.keys(parsed.data)).toEqual(['seq', 'targetKind', 'target', 'link']);
          if (/^[^\p{C}\p{Z}]*$/u.test(id)) expect(parsed.data.target).toBe(id);
        },
      ),
    );
  });

  it('should be counted in octets', () => {
    expect(frameMessage('قلم').toString()).toBe('6 قلم');
  });
});

describe('a receiver that fails', () => {
  it('is retried with exponential backoff, up to five minutes', () => {
    expect([1, 2, 3, 8, 9, 500].map(backoffSeconds)).toEqual([2, 4, 8, 256, 300, 300]);
  });
});
