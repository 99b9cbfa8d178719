import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import type { UiLanguage } from '#wasl/kernel';
import { portalOffersTexts, Public, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { ConfirmContact, TrackTicket } from '#wasl/selfservice';
import { parseTicketNumber, PublicTickets } from '#wasl/tickets';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import { sendPage } from '../http/send-page.js';
import { TrackCookie } from '../http/track-cookie.js';
import { TEXTS } from '../texts/index.js';
import { pageContextOf } from '../views/page-context.js';
import { receiptNotices } from '../views/receipt-notices.js';
import { ReceiptPage } from '../views/receipt-page.js';

/** The receipt, for the browser that filed the ticket. It can be reloaded and printed while the ticket is open there. */
@Public('shown only to a browser that holds the signed cookie of the ticket')
@Controller(LANGUAGE_PATHS.map((language) => `${language}/receipt`))
export class ReceiptController {
  constructor(
    @Inject(TrackTicket) private readonly tickets: TrackTicket,
    @Inject(PublicTickets) private readonly publicTickets: PublicTickets,
    @Inject(ConfirmContact) private readonly contacts: ConfirmContact,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(TrackCookie) private readonly cookie: TrackCookie,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  @Get(':number')
  async receipt(
    @PageLanguage() language: UiLanguage,
    @Param('number') text: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const number = parseTicketNumber(text);
    if (!number || !(await this.cookie.allows(request, number))) {
      response.setHeader('Cache-Control', 'no-store').redirect(303, `/${language}/track`);
      return;
    }
    const ticket = await this.tickets.track(number, language);
    const page = createElement(ReceiptPage, {
      pageContext: pageContextOf(language, this.country),
      number: ticket.number,
      trackingCode: await this.publicTickets.trackingCode(number),
      expectedAt: ticket.expectedAt,
      notices: receiptNotices(
        await this.contacts.given(number),
        portalOffersTexts(this.settings),
        TEXTS[language],
      ),
    });
    sendPage(request, response, page, { language });
  }
}
