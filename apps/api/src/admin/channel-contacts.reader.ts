import { Inject, Injectable } from '@nestjs/common';
import { Database, type RuntimeSettings, SETTINGS } from '#wasl/platform';

/** The channels by which people come in, as a new centre tries them. */
export const CONTACT_CHANNELS = ['phone', 'email', 'web', 'texts'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

export interface ContactChannelState {
  channel: ContactChannel;
  isSet: boolean;
  /** whether a contact ever came in on it */
  used: boolean;
}

/** Of contacts that staff open, none counts: only what came in from outside shows that a channel works from end to end. */
const USED = `
SELECT EXISTS (SELECT 1 FROM interaction WHERE channel = 'phone' AND direction = 'in' AND call_id IS NOT NULL) AS phone,
       EXISTS (SELECT 1 FROM inbound_mail) AS email,
       EXISTS (SELECT 1 FROM ticket WHERE channel = 'web') AS web,
       EXISTS (SELECT 1 FROM inbound_text) AS texts`;

/** Whether a real contact has come in on each channel: connecting to its server proves less. */
@Injectable()
export class ChannelContacts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  async read(): Promise<ContactChannelState[]> {
    const [used] = await this.database.query<Record<ContactChannel, boolean>>(USED);
    const { CTI_TOKEN, ASTERISK_ARI_URL, MESSAGING_URL } = this.settings;
    const isSet: Record<ContactChannel, boolean> = {
      phone: CTI_TOKEN !== undefined || ASTERISK_ARI_URL !== undefined,
      // Both are always there: our SMTP server and the portal.
      email: true,
      web: true,
      texts: MESSAGING_URL !== undefined,
    };
    return CONTACT_CHANNELS.map((channel) => ({ channel, isSet: isSet[channel], used: used![channel] }));
  }
}
