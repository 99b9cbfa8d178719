import { mailText } from '../support/inbound-mail.js';
import { type BounceKind, DAEMON, delayed, free } from './bounce-kind.js';
import { PRODUCTS, TEXTS } from './free-form-bounces.js';

const report = (
  name: string,
  subject: string,
  parts: [type: string, content: string][],
  type = 'delivery-status',
  from = DAEMON,
): BounceKind => ({
  name,
  action: 'failed',
  from,
  subject,
  head: [`Content-Type: multipart/report; report-type=${type}; boundary="r=1"`],
  body: `${parts.map(([part, content]) => `--r=1\nContent-Type: ${part}\n\n${content}`).join('\n')}\n--r=1--`,
});
const status = (fields: string) =>
  `Reporting-MTA: dns; mx.home.example\n\nFinal-Recipient: rfc822; {to}\n${fields}\n`;
const headers: [string, string] = ['text/rfc822-headers', 'Message-ID: {id}\nSubject: x\n'];
const feedback = (name: string, fields: string): BounceKind => ({
  ...report(
    name,
    'Abuse report',
    [
      ['text/plain', 'This is an email abuse report.'],
      ['message/feedback-report', `${fields}\nVersion: 1\n`],
      ['message/rfc822', 'Message-ID: {id}\nTo: {to}\nSubject: x\n\nx'],
    ],
    'feedback-report',
    'feedback@home.example',
  ),
  action: 'complaint',
});

const STANDARD: BounceKind[] = [
  report('RFC 3464, failed', 'Undelivered Mail Returned to Sender', [
    ['text/plain', 'Sorry.'],
    ['message/delivery-status', status('Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 gone')],
    headers,
  ]),
  delayed(
    report('RFC 3464, delayed', 'Delayed Mail (still being retried)', [
      ['text/plain', 'THIS IS A WARNING ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.'],
      ['message/delivery-status', status('Action: delayed\nStatus: 4.4.1')],
      headers,
    ]),
  ),
  report('RFC 3464 without an action', 'Returned mail', [
    ['text/plain', 'Sorry.'],
    ['message/delivery-status', status('Status: 5.2.2')],
    headers,
  ]),
  report('RFC 6533, internationalised', 'Undelivered', [
    ['text/plain', 'Sorry.'],
    ['message/global-delivery-status', status('Action: failed\nStatus: 5.1.1')],
    ['message/global-headers', 'Message-ID: {id}\n'],
  ]),
  report('multipart/report without a status', 'Mail could not be delivered', [
    ['text/plain', '{to}: user unknown'],
    ['message/rfc822', 'Message-ID: {id}\nSubject: x\n\nx'],
  ]),
  report('multipart/report with its status as text', 'Undeliverable mail', [
    ['text/plain', 'Your mail to {to} could not be delivered.'],
    ['text/plain', 'Final-Recipient: rfc822; {to}\nAction: failed\nStatus: 5.1.1'],
  ]),
  report(
    'Courier',
    'NOTICE: mail delivery status.',
    [
      [
        'text/plain',
        'UNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n<{to}>:\n  550 User unknown.',
      ],
      ['message/delivery-status', status('Action: failed\nStatus: 5.0.0')],
      headers,
    ],
    'delivery-status',
    '"Courier mail server at home.example" <@>',
  ),
  report(
    'Notes and Domino',
    'DELIVERY FAILURE: User gone (gone@home.example) not listed in Domino Directory',
    [
      [
        'text/plain',
        'Your message\n\n  Subject: x\n\nwas not delivered to:\n\n  {to}\n\nbecause:\n\n  User not listed in Domino Directory',
      ],
      headers,
    ],
    'delivery-status',
    'postmaster@home.example',
  ),
  delayed(
    report('multipart/report without a status, delayed', 'Delivery Status Notification (Delay)', [
      ['text/plain', 'This is an automatically generated notification. Delivery to {to} has been delayed.'],
    ]),
  ),
];

const NAMELESS: BounceKind[] = [
  free(
    'From without an address',
    '<MAILER-DAEMON>',
    'failure notice',
    '<{to}>: 550 no such user\n\nMessage-ID: {id}',
  ),
  free('From with a name only', 'MAILER-DAEMON', 'Returned mail: User unknown', '{to}... User unknown'),
  free('From with an empty address', 'Mail Delivery System <>', 'Mail delivery failed', '{to} failed'),
  {
    ...report('report without From', 'Undelivered', [
      ['message/delivery-status', status('Action: failed')],
      headers,
    ]),
    from: '',
  },
];

const OWN: BounceKind[] = [
  free(
    'our own postmaster',
    'postmaster@contact.example',
    'Undeliverable: [ticket]',
    'Your message did not reach the following recipients: {to}',
  ),
  free(
    'our own daemon',
    'MAILER-DAEMON@contact.example (Mail Delivery System)',
    'Undelivered Mail Returned to Sender',
    'could not be delivered to one or more recipients.\n\n<{to}>: 550 5.1.1 User unknown',
  ),
  report(
    'our own postmaster, RFC 3464',
    'Undeliverable',
    [['message/delivery-status', status('Action: failed\nStatus: 5.1.1')], headers],
    'delivery-status',
    'postmaster@contact.example',
  ),
];

const COMPLAINTS: BounceKind[] = [
  feedback('abuse', 'Feedback-Type: abuse\nUser-Agent: SomeGenerator/1.0\nOriginal-Rcpt-To: <{to}>'),
  feedback('opt-out', 'Feedback-Type: opt-out\nUser-Agent: x/1'),
  feedback('fraud', 'Feedback-Type: fraud\nUser-Agent: x/1'),
];

export const BOUNCE_KINDS: readonly BounceKind[] = [
  ...STANDARD,
  ...NAMELESS,
  ...OWN,
  ...PRODUCTS,
  ...TEXTS,
  ...COMPLAINTS,
];

/** The raw mail of a kind. */
export function bounceOf({ from, subject, head = [], body }: BounceKind, to: string, id: string): string {
  const fill = (text: string) => text.replaceAll('{to}', to).replaceAll('{id}', id);
  const raw = mailText({ from, subject, head: head.map(fill), body: fill(body) });
  return from === '' ? raw.replace(/^From: \n/m, '') : raw;
}
