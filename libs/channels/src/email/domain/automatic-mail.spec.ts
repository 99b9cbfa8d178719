import { describe, expect, it } from '@jest/globals';
import { isAutomaticMail } from './automatic-mail.js';
import { MailHeaders } from './mail-headers.js';

const person = 'person@home.example';
const automatic = (...lines: string[]) => isAutomaticMail(new MailHeaders(lines), person);

describe('automatic mail', () => {
  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated; type=digest',
    'auto-submitted: AUTO-NOTIFIED (vacation)',
    'Auto-Submitted: ',
    'Precedence: bulk',
    'Precedence: junk',
    'Precedence: List',
    'Precedence: auto_reply',
    'List-Id: Weekly news <news.example>',
    'LIST-ID: <x>',
    'X-Auto-Response-Suppress: All',
    'X-Auto-Response-Suppress: DR, OOF, AutoReply',
    'X-Autoreply: yes',
    'X-Autorespond: away',
  ])('is recognised by %j', (line) => {
    expect(automatic(line)).toBe(true);
  });

  it.each([
    'Auto-Submitted: no',
    'Auto-Submitted: No',
    'Auto-Submitted: no (sent by a person)',
    'Auto-Submitted: no; owner-email="x@y.example"',
    'Precedence: first-class',
    'Precedence: normal',
    'X-Auto-Response-Suppress: None',
    'X-Mailer: Autoresponder',
    'Subject: Auto-Submitted: auto-replied',
  ])('is not recognised by %j', (line) => {
    expect(automatic(line)).toBe(false);
  });

  it.each(['', '<>', ' < > '])('is recognised by the empty return path %j', (returnPath) => {
    expect(isAutomaticMail(new MailHeaders([]), returnPath)).toBe(true);
  });

  it('is recognised by one of several equal headers', () => {
    expect(automatic('Auto-Submitted: no', 'Auto-Submitted: auto-replied')).toBe(true);
  });

  it('is not what a person writes', () => {
    expect(automatic('Subject: Street light', `From: ${person}`)).toBe(false);
  });
});
