import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BOUNCE_KINDS, bounceOf } from '../../../../test/mails/bounces.js';
import { type Specimen, specimens } from '../../../../test/mails/corpus.js';
import { automationOf } from './domain/automatic-mail.js';
import { readReport } from './domain/read-report.js';
import { readMail } from './read-mail.js';

const FILE = join(import.meta.dirname, '../../../../test/mails/tables.txt');
const RECIPIENT = 'gone@home.example';
const ID = '<ours@contact.example>';

/** What each group holds. */
const GROUPS: Record<string, string> = {
  senders: 'Sender fields, valid and as found in practice',
  headers: 'Encoded words and parameters, valid and as found in practice',
  charsets: 'Every script in every charset, declared correctly, wrongly and not at all',
  languages: 'What residents and visitors write, in every encoding that mail programs use',
  structure: 'Multipart mails',
  programs: 'The headers and the structure of mail programs, devices and services',
  'file-names': 'Names of attached files',
  packed: 'Files inside of texts: uuencode, winmail.dat, S/MIME, PGP',
  broken: 'Broken MIME',
  automatic: 'Automatic mail, and references between mails',
  robots: 'Mail that programs write, and mail of people that looks like it',
  bombs: 'Mails made to cost time or memory',
  raw: 'Mails kept as bytes',
};

/** Lines in columns; the last column is not padded. */
function columns(rows: (string | number)[][]): string[] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => String(row[at]).length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === row.length - 1 ? String(cell) : String(cell).padEnd(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
}

/** What the reader makes of the mails of this folder. UPDATE_MAIL_TABLES=1 writes the checked-in tables anew. */
describe('the tables of the mails', () => {
  it('are as checked in, so that a change of a reading is seen in review', () => {
    const all = specimens();
    const text = [
      '# Every mail is written by a module of this folder, and the JSON file of the same name says how it is to be read.',
      '# These tables show what the reader makes of them.',
      '',
      ...columns([['# Group', 'Mails', 'With faults', 'Content'], ...groupRows(all)]),
      '',
      ...columns([['# Report about mail of ours', 'Read as', 'Known by'], ...BOUNCE_KINDS.map(bounceRow)]),
      '',
      '# automatic: no person wrote it; unanswered: a person may have, but nothing automatic is sent back',
      ...columns([
        ['# Mail of programs, and of people', 'Read as'],
        ...all.filter(({ group }) => group === 'robots').map(robotRow),
      ]),
      '',
    ].join('\n');
    if (process.env.UPDATE_MAIL_TABLES) writeFileSync(FILE, text);
    expect(text).toBe(readFileSync(FILE, 'utf8'));
  });
});

function groupRows(all: Specimen[]): (string | number)[][] {
  const counts = Object.entries(GROUPS).map(([group, content]) => {
    const of = all.filter((one) => one.group === group);
    const faulty = of.filter(({ expected }) => (expected.faults ?? []).length > 0);
    return { group, content, mails: of.length, faulty: faulty.length };
  });
  const sum = (of: 'mails' | 'faulty') => counts.reduce((total, count) => total + count[of], 0);
  expect(sum('mails')).toBe(all.length);
  return [
    ...counts.map(({ group, content, mails, faulty }) => [group, mails, faulty, content]),
    ['all', sum('mails'), sum('faulty'), ''],
  ];
}

function bounceRow(kind: (typeof BOUNCE_KINDS)[number]): string[] {
  const mail = readMail(Buffer.from(bounceOf(kind, RECIPIENT, ID).replace(/\r?\n/g, '\r\n')), '');
  const report = readReport({ ...mail, sender: mail.from.address, envelopeFrom: '' });
  const known = [
    ...(report?.addresses.includes(RECIPIENT) ? ['address'] : []),
    ...(report?.originals.includes(ID) ? ['Message-ID'] : []),
  ];
  return [kind.name, report?.action ?? 'no report', known.join(', ') || 'nothing'];
}

function robotRow({ name, raw, envelopeFrom = 'person@home.example' }: Specimen): string[] {
  const { headers, subject, from } = readMail(raw, envelopeFrom);
  return [name, automationOf({ headers, returnPath: envelopeFrom, sender: from.address, subject })];
}
