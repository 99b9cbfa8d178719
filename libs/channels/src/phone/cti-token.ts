import { Inject, Injectable } from '@nestjs/common';
import { Keys, type RuntimeSettings, secretsEqual, SETTINGS } from '#wasl/platform';

/** The secret in the URL of the webhook, which authenticates a PBX. */
@Injectable()
export class CtiToken {
  readonly value: string;

  constructor(@Inject(SETTINGS) settings: RuntimeSettings, @Inject(Keys) keys: Keys) {
    this.value = settings.CTI_TOKEN ?? keys.sign('cti-token', '').toString('hex');
  }

  /** Compares in constant time. */
  matches(given: string): boolean {
    return secretsEqual(given, this.value);
  }
}
