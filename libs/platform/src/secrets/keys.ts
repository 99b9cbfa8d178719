import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type RunningSettings } from '../config/settings.js';

/** What a derived key is for; one key never serves two purposes. */
export type KeyPurpose =
  | 'ticket-number'
  | 'tracking-code'
  | 'mail-address'
  | 'message-id'
  | 'portal-cookie'
  | 'chat-visitor'
  | 'portal-file'
  | 'public-upload'
  | 'report-follower'
  | 'kiosk-receipt'
  | 'csrf'
  | 'cti-token'
  | 'audit'
  | 'staff-link'
  | 'otp-secret'
  | 'recovery-code'
  | 'attempt'
  | 'device-cookie';

/** Keys derived from SECRET_KEY by HKDF-SHA256, one for each purpose. */
@Injectable()
export class Keys {
  private readonly derived = new Map<KeyPurpose, Buffer>();

  constructor(@Inject(SETTINGS) private readonly settings: RunningSettings) {}

  for(purpose: KeyPurpose): Buffer {
    let key = this.derived.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.settings.SECRET_KEY, '', `wasl:${purpose}`, 32));
      this.derived.set(purpose, key);
    }
    return key;
  }

  /** HMAC-SHA256 of `text` under the key of `purpose`. */
  sign(purpose: KeyPurpose, text: string): Buffer {
    return createHmac('sha256', this.for(purpose)).update(text).digest();
  }
}

/** Compares two secrets in constant time, whatever their lengths. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
