import { describe, expect, it } from '@jest/globals';
import { readMail } from '../read-mail.js';
import { bounceOf, BOUNCE_KINDS } from '../../../../../test/mails/bounces.js';
import { mailText } from '../../../../../test/support/inbound-mail.js';
import { readReport } from './read-report.js';

const TO = 'gone@home.example';
const ID = '<ours@contact.example>';

function reportIn(raw: string, envelopeFrom = '') {
  const mail = readMail(Buffer.from(raw.replace(/\r?\n/g, '\r\n')), envelopeFrom);
  return readReport({ ...mail, sender: mail.from.address, envelopeFrom });
}

describe('a report about mail of ours', () => {
  it('is known in at least forty kinds', () => {
    expect(new Set(BOUNCE_KINDS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
  });

  it.each(BOUNCE_KINDS)('is recognised: $name ($action)', (kind) => {
    const report = reportIn(bounceOf(kind, TO, ID));
    expect(report?.action).toBe(kind.action);
    const names = report!.addresses.includes(TO) || report!.originals.includes(ID);
    expect(names).toBe(true);
  });

  it.each([
    [
      'a person who writes about failures',
      { subject: 'Undelivered mail', body: 'It could not be delivered' },
    ],
    [
      'a person with a full mailbox',
      { subject: 'Mailbox is full', body: 'My mailbox is full. User unknown.' },
    ],
    [
      'a postmaster who writes himself',
      {
        from: 'postmaster@home.example',
        subject: 'Your mail server',
        body: 'We saw: user unknown. Can you help?',
      },
    ],
    ['a vacation note', { subject: 'Out of office', head: ['Auto-Submitted: auto-replied'] }],
    ['a person called Damon', { from: 'Daemon Hill <daemon.hill@home.example>', subject: 'Mail failed' }],
  ])('is not %s', (_who, draft) => {
    expect(reportIn(mailText(draft), 'person@home.example')).toBeNull();
  });

  it('is not a vacation note with an empty return path', () => {
    const draft = { subject: 'Out of office: Street light', body: 'I am away. Mail could not be delivered.' };
    expect(reportIn(mailText(draft))).toBeNull();
  });

  it('is not about delivery when it is a read receipt', () => {
    const raw = mailText({
      head: ['Content-Type: multipart/report; report-type=disposition-notification; boundary=r'],
      body: '--r\nContent-Type: text/plain\n\nYour message was read.\n--r\nContent-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed\n--r--',
    });
    expect(reportIn(raw)?.action).toBe('other');
  });

  it('names only the recipients that failed', () => {
    const raw = mailText({
      from: 'MAILER-DAEMON@home.example',
      head: ['Content-Type: multipart/report; report-type=delivery-status; boundary=r'],
      body: [
        '--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n',
        'Final-Recipient: rfc822; fine@home.example\nAction: relayed\nStatus: 2.1.5\n',
        'Final-Recipient: rfc822; gone@home.example\nAction: failed\nStatus: 5.1.1\n',
        '--r--',
      ].join('\n'),
    });
    expect(reportIn(raw)).toMatchObject({ action: 'failed', addresses: [TO], detail: '5.1.1' });
  });
});
