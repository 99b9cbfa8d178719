import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import type { UiLanguage } from '#wasl/kernel';
import { portalOffersTexts, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { ConfirmContact, TrackTicket } from '#wasl/selfservice';
import { FormTokens } from '../forms/form-tokens.js';
import { FileLinks } from '../http/file-links.js';
import { sendPage } from '../http/send-page.js';
import type { TicketAccessBy } from '../http/ticket-access.js';
import { pageContextOf } from '../views/page-context.js';
import { type TicketForms, TicketPage } from '../views/ticket-page.js';

export interface OpenedTicket {
  /** twelve digits */
  number: string;
  by: TicketAccessBy;
}

/** Sends the page of a ticket to a browser that may see it. */
@Injectable()
export class TicketPageView {
  constructor(
    @Inject(TrackTicket) private readonly tickets: TrackTicket,
    @Inject(ConfirmContact) private readonly confirming: ConfirmContact,
    @Inject(FormTokens) private readonly tokens: FormTokens,
    @Inject(FileLinks) private readonly links: FileLinks,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** @param typed what the forms show again */
  async show(
    request: Request,
    response: Response,
    language: UiLanguage,
    { number, by }: OpenedTicket,
    typed: Partial<TicketForms>,
  ): Promise<void> {
    const ticket = await this.tickets.track(number, language);
    const kinds = await this.confirming.pendingKinds(number);
    // Without a gateway no code was sent to a number, so none is asked for.
    const waiting = kinds.filter((kind) => kind === 'email' || portalOffersTexts(this.settings));
    const forms: TicketForms = {
      token: this.tokens.issue(),
      message: '',
      held: [],
      score: '',
      comment: '',
      faults: [],
      done: null,
      ...typed,
    };
    const page = createElement(TicketPage, {
      pageContext: pageContextOf(language, this.country),
      ticket,
      waiting,
      forms,
      isMine: by === 'sign_in',
      linkOf: (id) => `/${language}/track/${ticket.number}/files/${this.links.issue(number, id)}`,
    });
    sendPage(request, response, page, { language, status: forms.faults.length > 0 ? 422 : 200 });
  }
}
