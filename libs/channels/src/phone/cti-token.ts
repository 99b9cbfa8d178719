import { Inject, Injectable } from '@nestjs/common';
import { Keys, type RunningSettings, sameSecret, SETTINGS } from '#wasl/platform';

/** The secret part of the webhook's address, by which an exchange is known. */
@Injectable()
export class CtiToken {
  readonly value: string;

  constructor(@Inject(SETTINGS) settings: RunningSettings, @Inject(Keys) keys: Keys) {
    this.value = settings.CTI_TOKEN ?? keys.sign('cti-token', '').toString('hex');
  }

  /** In the same time whatever is wrong. */
  matches(given: string): boolean {
    return sameSecret(given, this.value);
  }
}
