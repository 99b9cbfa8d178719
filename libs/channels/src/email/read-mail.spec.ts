import { describe, expect, it } from '@jest/globals';
import { type Specimen, specimens } from '../../../../test/mails/corpus.js';
import { isAutomaticMail } from './domain/automatic-mail.js';
import { readMail } from './read-mail.js';

const LONGEST_MS = 500;
const all = specimens();
const longest = { name: '', ms: 0 };

function reading({ raw, envelopeFrom = 'person@home.example' }: Specimen) {
  const mail = readMail(raw, envelopeFrom);
  return { mail, automatic: isAutomaticMail(mail.headers, envelopeFrom) };
}

describe('the reading of mail', () => {
  it('is tried on at least 150 mails, each under a name of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(new Set(all.map(({ group, name }) => `${group}/${name}`)).size).toBe(all.length);
  });

  it.each(all.map((specimen) => [`${specimen.group}: ${specimen.name}`, specimen] as const))(
    '%s',
    (name, specimen) => {
      const began = performance.now();
      const { mail, automatic } = reading(specimen);
      const ms = performance.now() - began;
      if (ms > longest.ms) Object.assign(longest, { name, ms });
      const { expected } = specimen;
      const said = {
        from: [mail.from.address, mail.from.name],
        subject: expected.subjectLength ? mail.subject.length : mail.subject,
        text: expected.textLength ? mail.text.length : mail.text,
        html: mail.html !== null,
        attachments: mail.attachments.map(({ name: file, type, content, contentId }, i) => [
          file,
          type,
          expected.attachments?.[i]?.[2] === 0 && content.length > 0 ? 0 : content.length,
          ...(contentId ? [contentId] : []),
        ]),
        faults: mail.faults,
        automatic,
        references: expected.referencesCount ? mail.references.length : mail.references,
        ...(expected.messageId && { messageId: mail.messageId }),
      };
      const { anything, textLength, subjectLength, referencesCount, ...rest } = expected;
      const ordinary = anything
        ? {}
        : {
            from: ['person@home.example', 'Person'],
            subject: subjectLength ?? 'Street light',
            text: textLength ?? 'It is dark.',
            html: false,
            attachments: [],
            faults: [],
            automatic: false,
            references: referencesCount ?? [],
          };
      expect(said).toMatchObject({ ...ordinary, ...rest });
      // A bound with a margin for a loaded machine: what is meant is half a second.
      expect(ms).toBeLessThan(LONGEST_MS * 4);
    },
  );

  it('takes at most half a second for any of them on a machine that is not loaded', () => {
    process.stderr.write(
      `slowest to read: ${longest.name}, ${longest.ms.toFixed(0)} ms (bound ${LONGEST_MS})\n`,
    );
    expect(longest.ms).toBeLessThan(LONGEST_MS * 4);
  });
});
