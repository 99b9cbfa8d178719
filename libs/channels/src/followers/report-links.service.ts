import { Inject, Injectable } from '@nestjs/common';
import { isUuid, type UiLanguage } from '#wasl/kernel';
import { Keys, portalUrl, SETTINGS, type RunningSettings } from '#wasl/platform';

/** What a follower's link is for: one that ends the notices must not be able to begin them. */
export type LinkUse = 'confirm' | 'stop';

/** Addresses of a report's page, and the links that only its follower has. They name a row and nobody. */
@Injectable()
export class ReportLinks {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(SETTINGS) private readonly settings: RunningSettings,
  ) {}

  /** @param number grouped */
  report(number: string, language: UiLanguage): string {
    return `${portalUrl(this.settings)}/${language}/reports/${number}`;
  }

  follower(use: LinkUse, followerId: string, language: UiLanguage): string {
    return `${portalUrl(this.settings)}/${language}/reports/${use}/${followerId}.${this.mac(use, followerId)}`;
  }

  /** @returns the follower's id; null when the link is not one of ours for this */
  read(use: LinkUse, token: string): string | null {
    const [id = '', mac = ''] = token.slice(0, 200).split('.');
    return isUuid(id) && this.keys.isSigned('report-follower', `${use}:${id}`, mac, written) ? id : null;
  }

  private mac(use: LinkUse, id: string): string {
    return written(this.keys.sign('report-follower', `${use}:${id}`));
  }
}

const written = (mac: Buffer) => mac.toString('base64url').slice(0, 22);
