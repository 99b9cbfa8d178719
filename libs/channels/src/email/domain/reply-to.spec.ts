import { describe, expect, it } from '@jest/globals';
import { MailHeaders } from './mail-headers.js';
import { otherReplyTo } from './reply-to.js';

const FROM = 'form@agency.example';
const replyTo = (...lines: string[]) =>
  otherReplyTo(new MailHeaders(lines), FROM, (address) => address.endsWith('@contact.example'));

describe('the address at which a sender asks for answers', () => {
  it.each([
    ['Reply-To: layla@home.example', 'layla@home.example'],
    ['Reply-To: "Hasan, Layla" <Layla@Home.example>', 'layla@home.example'],
    ['reply-to: layla@home.example, <LAYLA@home.example>', 'layla@home.example'],
  ])('is read from %j', (line, address) => {
    expect(replyTo(line)).toBe(address);
  });

  it.each([
    ['none', []],
    ['the sender', ['Reply-To: form@agency.example']],
    ['several', ['Reply-To: a@home.example, b@home.example']],
    ['several fields', ['Reply-To: a@home.example', 'Reply-To: b@home.example']],
    ['one of ours', ['Reply-To: general@contact.example']],
    ['that of a program', ['Reply-To: noreply@agency.example']],
    ['unusable', ['Reply-To: Layla']],
    ['that of a list', ['Reply-To: list@lists.example', 'List-Id: <list.lists.example>']],
  ])('is none when it is %s', (_what, lines) => {
    expect(replyTo(...lines)).toBeNull();
  });
});
