import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../config/settings.js';
import { securityTxt } from './security-txt.js';

const fieldsOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => /^([A-Za-z-]+): (.+)$/.exec(line)!.slice(1, 3));
const now = new Date('2026-11-29T20:13:14.567Z');

describe('security.txt', () => {
  it('has the fields that RFC 9116 requires, once each, and a date that is neither past nor a year away', () => {
    const fields = fieldsOf(securityTxt(readSettings({}), now));
    expect(fields.filter(([name]) => name === 'Contact')).toEqual([
      ['Contact', 'mailto:security@contact.example'],
    ]);
    const expires = fields.filter(([name]) => name === 'Expires');
    expect(expires).toEqual([['Expires', '2027-05-28T00:00:00Z']]);
    expect(fields).toContainEqual(['Preferred-Languages', 'ar, en']);
  });

  it('gives the contact of the settings, and its own URLs when they are https', () => {
    const text = securityTxt(
      readSettings({
        SECURITY_CONTACT: 'https://cert.example/report',
        PUBLIC_URL: 'https://staff.example/',
        PORTAL_URL: 'https://contact.example',
      }),
      now,
    );
    expect(fieldsOf(text)).toEqual([
      ['Contact', 'https://cert.example/report'],
      ['Expires', expect.any(String)],
      ['Preferred-Languages', 'ar, en'],
      ['Canonical', 'https://staff.example/.well-known/security.txt'],
      ['Canonical', 'https://contact.example/.well-known/security.txt'],
    ]);
  });

  it.each(['security@contact.example', 'http://cert.example', 'mailto:a\nContact: mailto:b'])(
    'refuses %j as a contact',
    (contact) => {
      expect(() => readSettings({ SECURITY_CONTACT: contact })).toThrow('Setting SECURITY_CONTACT is wrong');
    },
  );
});
