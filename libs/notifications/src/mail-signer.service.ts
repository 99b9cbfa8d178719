import { readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type RunningSettings } from '#wasl/platform';

interface SigningKey {
  signingDomain: string;
  selector: string;
  privateKey: Buffer;
}

/** Signs what leaves in the name of our domain (RFC 6376), when there is a key for it. */
@Injectable()
export class MailSigner {
  private readonly key?: SigningKey;

  constructor(@Inject(SETTINGS) settings: RunningSettings) {
    const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE } = settings;
    if (!DKIM_DOMAIN || !DKIM_SELECTOR || !DKIM_KEY_FILE) return;
    // That it is a key was checked with the settings.
    const privateKey = readFileSync(DKIM_KEY_FILE);
    this.key = { signingDomain: DKIM_DOMAIN, selector: DKIM_SELECTOR, privateKey };
  }

  /** @returns the mail with its signature before it, or as it was when there is no key */
  async sign(content: Buffer): Promise<Buffer> {
    if (!this.key) return content;
    // Large, and of no use to those who do not sign.
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
