import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readMail } from '#wasl/channels';
import { MailIntake } from './intake/mail-intake.js';
import { specimens } from '../../../../test/mails/corpus.js';
import { SmtpClient } from '../../../../test/bench/smtp-client.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';

/** One head more than 25 MB, which is beyond what the server accepts. */
const MAX_BYTES = 25 * 1024 * 1024;

describe('Every mail of the corpus', () => {
  let system: MailSystem;
  beforeAll(async () => {
    system = await startMailSystem();
  });
  afterAll(() => system?.stop());

  it('is stored or quarantined with its faults; none is lost, and none blocks the others', async () => {
    const all = specimens().filter(({ raw }) => raw.length <= MAX_BYTES);
    const client = await SmtpClient.open(system.app.get(MailIntake).port);
    const refused: string[] = [];
    for (const { name, raw, envelopeFrom = 'person@home.example' } of all) {
      const code = await client.send(envelopeFrom, 'general@contact.example', raw);
      if (code !== '250') refused.push(`${name}: ${code}`);
    }
    client.close();
    expect(refused).toEqual([]);
    const rows = await system.db.query<{ id: string; state: string; faults: string[]; raw: boolean }>(
      `SELECT message_id AS id, state, faults, raw IS NOT NULL OR raw_sha256 IS NOT NULL AS raw FROM inbound_mail`,
    );
    const ids = all
      .map(({ raw, envelopeFrom = 'person@home.example' }) => readMail(raw, envelopeFrom).messageId)
      .filter((id) => !id.endsWith('@derived.invalid>'));
    expect(rows.map((row) => row.id)).toEqual(expect.arrayContaining(ids));
    // The others have no Message-ID and are identified by their content.
    expect(rows.length - new Set(ids).size).toBeGreaterThan(3);
    expect(rows.every(({ raw }) => raw)).toBe(true);
    expect(rows.filter(({ state }) => state === 'quarantined')).toHaveLength(0);
    const faulty = all.filter(({ expected }) => expected.faults && expected.faults.length > 0).length;
    expect(rows.filter(({ faults }) => faults.length > 0).length).toBeGreaterThanOrEqual(faulty);
  }, 180_000);
});
