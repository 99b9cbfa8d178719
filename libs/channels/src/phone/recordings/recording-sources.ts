import { Inject, Injectable } from '@nestjs/common';
import { networksOf, OutsideAddresses, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { AriClient } from '../asterisk/ari-client.js';
import type { FetchFault } from './domain/judge-fetch.js';
import type { ClaimedRecording } from './recording-queue.service.js';

export interface RecordingPlace {
  url: URL;
  headers: Record<string, string>;
  addresses: OutsideAddresses;
}

/** What Asterisk calls the recording of a call that we had it make. */
export const nameInAsterisk = (interactionId: string): string => `wasl-${interactionId}`;

/** Where recordings lie, and how they are reached there. */
@Injectable()
export class RecordingSources {
  private readonly addresses: OutsideAddresses;
  /** The operator names where Asterisk is, which may be anywhere. */
  private readonly anywhere = new OutsideAddresses(networksOf('0.0.0.0/0, ::/0')!);
  private readonly asterisk?: AriClient;

  constructor(@Inject(SETTINGS) private readonly settings: RuntimeSettings) {
    this.addresses = new OutsideAddresses(networksOf(settings.RECORDING_ALLOW ?? '') ?? []);
    const { ASTERISK_ARI_URL, ASTERISK_APP } = settings;
    if (ASTERISK_ARI_URL) this.asterisk = new AriClient(ASTERISK_ARI_URL, ASTERISK_APP);
  }

  /** @returns why it may not or cannot be fetched, or where it lies */
  placeOf({ source, location, consent }: ClaimedRecording): RecordingPlace | FetchFault {
    if (source === 'asterisk') {
      if (!this.asterisk) return { fault: 'no_exchange', detail: null };
      return { ...this.asterisk.storedRecording(location), addresses: this.anywhere };
    }
    // Recordings in Asterisk begin only when an agent noted the consent.
    if (!consent && !this.settings.RECORDING_ANNOUNCED) return { fault: 'no_consent', detail: null };
    return { url: new URL(location), headers: {}, addresses: this.addresses };
  }

  /** Removes Asterisk's own copy. @throws AriError, or what the network says */
  async removeFromAsterisk(name: string): Promise<void> {
    await this.asterisk?.removeStoredRecording(name);
  }

  get hasAsterisk(): boolean {
    return this.asterisk !== undefined;
  }
}
