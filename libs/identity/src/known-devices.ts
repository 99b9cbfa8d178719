import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from '#wasl/kernel';
import { credentialHash, newCredential, Keys, type Tx } from '#wasl/platform';

/** How long a device or a network stays known after the last sign-in from it. */
export const DEVICE_DAYS = 180;
/** Devices per account; the least recently used one is removed. */
const MAX_DEVICES = 20;

/** Where a sign-in comes from. */
export interface SignInOrigin {
  /** as `sourceOf` gives it */
  source: string;
  /** as `networkLabelOf` gives it, to be shown */
  network: string;
  /** as `describeBrowser` gives it */
  browser: string;
  /** the device cookie as sent by the browser */
  deviceCookie?: string;
  /** the current session of the browser, which the new one replaces */
  sessionCookie?: string;
}

/**
 * Devices and networks that accounts signed in from. A device is a browser with a random token in a signed cookie,
 * which is rotated at each sign-in; only its hash is stored, once per account.
 */
@Injectable()
export class KnownDevices {
  constructor(@Inject(Keys) private readonly keys: Keys) {}

  /** The hash to look up in `staff_device`; null for a cookie without our signature. */
  hashOf({ deviceCookie = '' }: Pick<SignInOrigin, 'deviceCookie'>): Buffer | null {
    const [token = '', mac = ''] = deviceCookie.slice(0, 200).split('.');
    return token !== '' && this.keys.verifySignature('device-cookie', token, mac, encodeMac)
      ? credentialHash(token)
      : null;
  }

  networkHashOf({ source }: Pick<SignInOrigin, 'source'>): Buffer {
    return this.keys.sign('attempt', `network ${source}`);
  }

  /** Records device and network of a sign-in. @returns the new device cookie and the row id */
  async remember(tx: Tx, staffId: string, from: SignInOrigin): Promise<{ cookie: string; deviceId: string }> {
    const token = newCredential();
    const [device] = await tx.query<{ id: string }>(
      // The new token applies to all accounts that signed in on this browser.
      `WITH rotated AS (
         UPDATE staff_device SET token_hash = $3,
                last_seen_at = CASE WHEN staff_id = $2 THEN now() ELSE last_seen_at END,
                expires_at = CASE WHEN staff_id = $2 THEN now() + $5 * interval '1 day' ELSE expires_at END
          WHERE token_hash = $4 AND expires_at > now() RETURNING id, staff_id),
       made AS (
         INSERT INTO staff_device (id, staff_id, token_hash, expires_at)
         SELECT $1, $2, $3, now() + $5 * interval '1 day'
          WHERE NOT EXISTS (SELECT 1 FROM rotated WHERE staff_id = $2) RETURNING id)
       SELECT id FROM rotated WHERE staff_id = $2 UNION ALL SELECT id FROM made`,
      [uuidv7(), staffId, credentialHash(token), this.hashOf(from), DEVICE_DAYS],
    );
    tx.send(
      `DELETE FROM staff_device WHERE id IN (SELECT id FROM staff_device WHERE staff_id = $1 AND id <> $2
         ORDER BY last_seen_at DESC OFFSET $3)`,
      [staffId, device!.id, MAX_DEVICES - 1],
    );
    tx.send(
      `INSERT INTO staff_network (staff_id, source_hash) VALUES ($1, $2)
       ON CONFLICT (staff_id, source_hash) DO UPDATE SET last_seen_at = now()`,
      [staffId, this.networkHashOf(from)],
    );
    return { cookie: `${token}.${encodeMac(this.keys.sign('device-cookie', token))}`, deviceId: device!.id };
  }
}

const encodeMac = (mac: Buffer) => mac.toString('base64url');
