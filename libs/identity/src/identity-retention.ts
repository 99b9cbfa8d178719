import { Inject, Injectable } from '@nestjs/common';
import { Database, PeriodicTask } from '#wasl/platform';
import { DEVICE_DAYS } from './known-devices.js';

/** Removes sessions, links, challenges, sign-ins on their way and devices whose time is over. */
@Injectable()
export class IdentityRetention {
  constructor(@Inject(Database) private readonly database: Database) {}

  @PeriodicTask({ name: 'remove-old-sessions', everyMs: 60_000 })
  async removeOld(): Promise<void> {
    await this.database.query(`DELETE FROM staff_session WHERE expires_at < now()`);
    await this.database.query(`DELETE FROM webauthn_challenge WHERE expires_at < now()`);
    await this.database.query(`DELETE FROM oidc_sign_in WHERE expires_at < now()`);
    await this.database.query(`DELETE FROM oidc_second_step WHERE expires_at < now()`);
    await this.database.query(`DELETE FROM oidc_logout_token WHERE expires_at < now()`);
    await this.database.query(`DELETE FROM staff_link WHERE expires_at < now() - interval '1 day'`);
    await this.database.query(`DELETE FROM staff_setup_link WHERE expires_at < now()`);
    await this.database.query(`DELETE FROM staff_device WHERE expires_at < now()`);
    await this.database.query(
      `DELETE FROM staff_network WHERE last_seen_at < now() - ${DEVICE_DAYS} * interval '1 day'`,
    );
  }
}
