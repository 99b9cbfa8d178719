import { describe, expect, it } from '@jest/globals';
import { type Specimen, specimens } from '../../../../test/mails/corpus.js';
import { cpuMs, slowdownFactor } from '../../../../test/support/machine-speed.js';
import { automationOf, isAutomaticMail } from './domain/automatic-mail.js';
import { readMail } from './read-mail.js';

const MAX_MS = 500;
/** Allows for slower machines. */
const MARGIN = 3;
/** Noise only adds time, so the fastest of a few runs counts. */
const TRIES = 3;
const all = specimens();
const longest = { name: '', ms: 0 };

function reading({ raw, envelopeFrom = 'person@home.example' }: Specimen) {
  const mail = readMail(raw, envelopeFrom);
  const { headers, subject, from } = mail;
  return {
    mail,
    automatic: isAutomaticMail(headers, envelopeFrom),
    automation: automationOf({ headers, returnPath: envelopeFrom, sender: from.address, subject }),
  };
}

/** Reads once, and again only when that seemed too slow; in milliseconds of an ordinary machine. */
function timedReading(specimen: Specimen) {
  let best = { ...cpuMs(() => reading(specimen)) };
  for (let tries = 1; best.ms >= MAX_MS && tries < TRIES; tries += 1) {
    const slow = slowdownFactor();
    const { result, ms } = cpuMs(() => reading(specimen));
    best = { result, ms: Math.min(best.ms, ms / slow) };
  }
  return { ...best.result, ms: best.ms };
}

describe('reading mail', () => {
  it('is tested on at least 500 mails with unique names', () => {
    expect(all.length).toBeGreaterThanOrEqual(500);
    expect(new Set(all.map(({ group, name }) => `${group}/${name}`)).size).toBe(all.length);
  });

  it.each(all.map((specimen) => [`${specimen.group}: ${specimen.name}`, specimen] as const))(
    '%s',
    (name, specimen) => {
      const { mail, automatic, automation, ms } = timedReading(specimen);
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
        ...(expected.automation ? { automation } : { automatic }),
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
            ...(!expected.automation && { automatic: false }),
            references: referencesCount ?? [],
          };
      expect(said).toMatchObject({ ...ordinary, ...rest });
      expect(ms).toBeLessThan(MAX_MS * MARGIN);
    },
  );

  it('takes at most half a second for any of them, with a margin for slower machines', () => {
    process.stderr.write(`slowest to read: ${longest.name}, ${longest.ms.toFixed(0)} ms (bound ${MAX_MS})\n`);
    expect(longest.ms).toBeLessThan(MAX_MS * MARGIN);
  });
});
