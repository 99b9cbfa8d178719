import { Inject, Injectable } from '@nestjs/common';
import type { Audience, TicketKind } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { invalidField, isUiLanguage, UI_LANGUAGES } from '#wasl/kernel';
import { type IdempotencyClaim, portalUrl, SETTINGS, type RuntimeSettings } from '#wasl/platform';
import { OpenTicket, parseTicketNumber, PublicTickets } from '#wasl/tickets';
import { PublicUploads } from './public-uploads.service.js';

export interface TicketSubmission {
  kind: TicketKind;
  subject: string;
  description: string;
  /** code */
  service?: string | null;
  /** a language of the country or of the user interface */
  language: string;
  requester: { name?: string | null; phone?: string | null; email?: string | null; audience: Audience };
  location?: { lat?: number | null; long?: number | null; address?: string | null } | null;
  /** ids returned by {@link PublicUploads.upload} */
  attachments?: string[] | null;
}

export interface SubmissionReceipt {
  /** grouped */
  number: string;
  trackingCode: string;
  expectedAt: string | null;
  trackUrl: string;
}

/**
 * Opens a ticket for somebody who is not signed in. No address is required: without one, the receipt is the only key
 * to the ticket, as for an anonymous requester, of whom no name and address is stored.
 */
@Injectable()
export class SubmitTicket {
  private readonly languages: ReadonlySet<string>;

  constructor(
    @Inject(OpenTicket) private readonly tickets: OpenTicket,
    @Inject(PublicTickets) private readonly publicTickets: PublicTickets,
    @Inject(PublicUploads) private readonly uploads: PublicUploads,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(COUNTRY_PROFILE) country: CountryProfile,
  ) {
    this.languages = new Set([...country.languages, ...UI_LANGUAGES]);
  }

  /** @throws invalid at `language`, `service`, `requester.phone` or `attachments` */
  async submit(
    matter: TicketSubmission,
    { claim, source }: { claim?: IdempotencyClaim; source?: string } = {},
  ): Promise<SubmissionReceipt> {
    if (!this.languages.has(matter.language)) throw invalidField('language', 'choice');
    const attachments = this.uploads.idsOf(matter.attachments ?? []);
    const ticket = await this.tickets.open(
      { ...matter, attachments, uploader: null, channel: 'web', provenance: 'given', source },
      { claim },
    );
    const page = isUiLanguage(matter.language) ? matter.language : 'en';
    return {
      number: ticket.number,
      trackingCode: await this.publicTickets.trackingCode(parseTicketNumber(ticket.number)!),
      expectedAt: ticket.resolutionDueAt,
      trackUrl: `${portalUrl(this.settings)}/${page}/track/${ticket.number}`,
    };
  }
}
