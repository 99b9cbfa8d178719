import { DomainError } from '#wasl/kernel';
import { fingerprintOfBytes, fingerprintsOf, type Fingerprints } from './domain/mail-identity.js';
import type { OriginalMail } from './original-mail.service.js';
import type { MailReader } from './reading/mail-reader.service.js';
import type { SeenMail } from './thread-lookup.js';

/**
 * Completes the fingerprints of mail that an earlier version received: it stored none, or one that leaves out the
 * HTML. They are made from the stored originals; without an original, the stored fingerprint counts.
 */
export async function withCurrentFingerprints(
  { originals, reader }: { originals: OriginalMail; reader: MailReader },
  seen: SeenMail[],
  fingerprints: Fingerprints,
  envelopeFrom: string,
): Promise<SeenMail[]> {
  const { current, earlier } = fingerprints;
  return Promise.all(
    seen.map(async (one) => {
      const isEarlier = one.fingerprint === null || (one.fingerprint === earlier && earlier !== current);
      if (!isEarlier) return one;
      const raw = await originals.byId(one.id).catch(nullWhenGone);
      if (raw) return { ...one, fingerprint: await fingerprintOfRaw(reader, raw, envelopeFrom) };
      return { ...one, fingerprint: one.fingerprint === earlier ? current : one.fingerprint };
    }),
  );
}

async function fingerprintOfRaw(reader: MailReader, raw: Buffer, envelopeFrom: string): Promise<string> {
  try {
    return fingerprintsOf(await reader.read(raw, envelopeFrom)).current;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'mail.reader_away') throw error;
    return fingerprintOfBytes(raw);
  }
}

function nullWhenGone(error: unknown): null {
  if (error instanceof DomainError && error.code === 'mail.not_found') return null;
  throw error;
}
