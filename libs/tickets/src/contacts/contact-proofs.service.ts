import { Inject, Injectable } from '@nestjs/common';
import { isUuid, toAsciiDigits, type UiLanguage } from '#wasl/kernel';
import { Keys, portalUrl, SETTINGS, type RuntimeSettings } from '#wasl/platform';

/** How the owner of an address proves it: by a link or a code that was sent to that address only. */
@Injectable()
export class ContactProofs {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** The link identifies a row, not a person. It works once: a confirmed or rejected contact is no longer claimed. */
  link(contactId: string, language: UiLanguage): string {
    return `${portalUrl(this.settings)}/${language}/confirm/${contactId}.${this.mac(contactId)}`;
  }

  /** @returns the contact's id; null when we did not issue the link */
  read(token: string): string | null {
    const [id = '', mac = ''] = token.slice(0, 200).split('.');
    return isUuid(id) && this.keys.verifySignature('contact-link', id, mac, linked) ? id : null;
  }

  /**
   * Six digits, different in each round: a round ends after too many wrong attempts or when a new code is requested.
   */
  code({ id, round }: { id: string; round: number }): string {
    return sixDigits(this.keys.sign('contact-code', `${id}:${round}`));
  }

  /** Accepts any digits and spacing; compared in constant time. */
  matches(contact: { id: string; round: number }, typed: string): boolean {
    const digits = toAsciiDigits(typed.slice(0, 40)).replace(/\D/g, '');
    return this.keys.verifySignature('contact-code', `${contact.id}:${contact.round}`, digits, sixDigits);
  }

  private mac(id: string): string {
    return linked(this.keys.sign('contact-link', id));
  }
}

const linked = (mac: Buffer) => mac.toString('base64url').slice(0, 22);
const sixDigits = (mac: Buffer) => String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
