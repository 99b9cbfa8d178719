import { readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type RuntimeSettings } from '#wasl/platform';

interface SigningKey {
  signingDomain: string;
  selector: string;
  privateKey: Buffer;
}

/** Signs outgoing mail with DKIM (RFC 6376), when a key is configured. */
@Injectable()
export class MailSigner {
  private readonly key?: SigningKey;

  constructor(@Inject(SETTINGS) settings: RuntimeSettings) {
    const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE } = settings;
    if (!DKIM_DOMAIN || !DKIM_SELECTOR || !DKIM_KEY_FILE) return;
    // The key was validated with the settings.
    const privateKey = readFileSync(DKIM_KEY_FILE);
    this.key = { signingDomain: DKIM_DOMAIN, selector: DKIM_SELECTOR, privateKey };
  }

  /** @returns the signed mail, or the unchanged mail when no key is configured */
  async sign(content: Buffer): Promise<Buffer> {
    if (!this.key) return content;
    // Loaded on demand: the library is large and often not needed.
    const { dkimSign } = await import('mailauth/lib/dkim/sign.js');
    const { signatures, errors } = await dkimSign(content, {
      canonicalization: 'relaxed/relaxed',
      signTime: new Date(),
      ...this.key,
      signatureData: [this.key],
    });
    if (errors.length > 0) throw new Error('The mail could not be signed', { cause: errors[0] });
    return Buffer.concat([Buffer.from(signatures), content]);
  }
}
