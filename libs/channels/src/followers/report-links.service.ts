import { Inject, Injectable } from '@nestjs/common';
import { isUuid, type UiLanguage } from '#wasl/kernel';
import { Keys, portalUrl, SETTINGS, type RuntimeSettings } from '#wasl/platform';

/** The purpose of a follower's link: a stop link must not be able to confirm. */
export type FollowerLinkPurpose = 'confirm' | 'stop';

/** The URL of a report's page, and the links of its followers. They contain a row id and no personal data. */
@Injectable()
export class ReportLinks {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** @param number grouped */
  report(number: string, language: UiLanguage): string {
    return `${portalUrl(this.settings)}/${language}/reports/${number}`;
  }

  follower(use: FollowerLinkPurpose, followerId: string, language: UiLanguage): string {
    return `${portalUrl(this.settings)}/${language}/reports/${use}/${followerId}.${this.mac(use, followerId)}`;
  }

  /** @returns the follower's id; null when the link is not valid for this purpose */
  read(use: FollowerLinkPurpose, token: string): string | null {
    const [id = '', mac = ''] = token.slice(0, 200).split('.');
    return isUuid(id) && this.keys.verifySignature('report-follower', `${use}:${id}`, mac, encodeMac)
      ? id
      : null;
  }

  private mac(use: FollowerLinkPurpose, id: string): string {
    return encodeMac(this.keys.sign('report-follower', `${use}:${id}`));
  }
}

const encodeMac = (mac: Buffer) => mac.toString('base64url').slice(0, 22);
