import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement, type ReactElement } from 'react';
import { CounterReceipts, Kiosk, type KioskCentre } from '#wasl/channels';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { DomainError, type UiLanguage } from '#wasl/kernel';
import { RateLimited, Public, sourceOf } from '#wasl/platform';
import { PublicServices } from '#wasl/selfservice';
import { parseTicketNumber } from '#wasl/tickets';
import type { Fault } from '../forms/validate-draft.js';
import { idempotencyClaimOf, FormTokens } from '../forms/form-tokens.js';
import { FormThrottle } from '../forms/form-throttle.js';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import { readForm } from '../http/read-form.js';
import { sendPage } from '../http/send-page.js';
import { TEXTS } from '../texts/index.js';
import { pageContextOf } from '../views/page-context.js';
import { KioskClosedPage } from '../views/kiosk-closed-page.js';
import { KioskPage } from '../views/kiosk-page.js';
import { KioskReceiptPage } from '../views/kiosk-receipt-page.js';
import { emptyKioskDraft, validateKioskDraft, type KioskDraft, parseKioskDraft } from './kiosk-draft.js';
import { ReceiptTokens } from './receipt-tokens.js';

/** Seconds after which a page returns to the start by itself; each page has a button for more time. */
const FORM_SECONDS = 300;
const RECEIPT_SECONDS = 60;
const LONGER_SECONDS = 120;

const noFiles = () => Promise.resolve();

/** The request, its response and the context for rendering it. */
interface Reply {
  language: UiLanguage;
  centre: KioskCentre;
  request: Request;
  response: Response;
}

/** The kiosk in the waiting room. It stores no personal data: no cookies, no personal URLs, no scripts. */
@Public('anyone may draw a number; what is shown is the sender’s own')
@Controller(LANGUAGE_PATHS.map((language) => `${language}/kiosk/:centre`))
export class KioskController {
  constructor(
    @Inject(Kiosk) private readonly kiosk: Kiosk,
    @Inject(CounterReceipts) private readonly receipts: CounterReceipts,
    @Inject(PublicServices) private readonly services: PublicServices,
    @Inject(FormTokens) private readonly tokens: FormTokens,
    @Inject(ReceiptTokens) private readonly marks: ReceiptTokens,
    @Inject(FormThrottle) private readonly throttle: FormThrottle,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  @Get()
  @RateLimited(300)
  async form(
    @PageLanguage() language: UiLanguage,
    @Param('centre') key: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const reply = { language, centre: await this.kiosk.centre(key), request, response };
    await this.showForm(reply, emptyKioskDraft(this.tokens.issue()), []);
  }

  /** Renders the number in the response itself, without a redirect, so that "back" or "reload" shows it to nobody else. */
  @Post()
  @RateLimited(60)
  async draw(
    @PageLanguage() language: UiLanguage,
    @Param('centre') key: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const reply = { language, centre: await this.kiosk.centre(key), request, response };
    const fields = await readForm(request, noFiles);
    const draft = parseKioskDraft(fields);
    const texts = TEXTS[language];
    if (fields.get('go') === 'stay') return this.showForm(reply, draft, []);
    const faults = validateKioskDraft(draft, texts, this.country);
    if (fields.get('website') !== '') faults.push({ field: 'website', text: texts.errors.honeypot });
    const token = this.tokens.read(draft.token);
    if (!token) faults.push({ field: 'message', text: texts.errors.expired });
    if (faults.length > 0 || !token) {
      const fresh = token ? draft : { ...draft, token: this.tokens.issue() };
      return this.showForm(reply, fresh, faults);
    }
    await this.throttle.delayIfTooFast(token.ageMs);
    try {
      const number = await this.file(reply, draft, token.nonce);
      await this.showReceipt(reply, parseTicketNumber(number)!, RECEIPT_SECONDS);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'idempotency.mismatch') throw error;
      const again = { ...draft, token: this.tokens.issue() };
      await this.showForm(reply, again, [{ field: 'message', text: texts.errors.alreadySent }]);
    }
  }

  /** Shows the number again, for visitors who need longer to write it down. */
  @Post('longer')
  @RateLimited(60)
  async longer(
    @PageLanguage() language: UiLanguage,
    @Param('centre') key: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const fields = await readForm(request, noFiles);
    const number = this.marks.read(fields.get('mark'));
    const reply = { language, centre: await this.kiosk.centre(key), request, response };
    if (number) return this.showReceipt(reply, number, LONGER_SECONDS);
    response.setHeader('Cache-Control', 'no-store').redirect(303, startUrlOf(reply));
  }

  private async file(
    { language, centre, request }: Reply,
    draft: KioskDraft,
    nonce: string,
  ): Promise<string> {
    const offered = await this.kiosk.servicesOf(centre);
    const anonymous = draft.name === '' && draft.phone === '';
    const { token: _token, ...answers } = draft;
    return this.kiosk.checkIn(
      centre.key,
      {
        description: draft.message.trim(),
        service: offered.includes(draft.service) ? draft.service : null,
        language,
        requester: {
          name: draft.name || null,
          phone: draft.phone || null,
          audience: anonymous ? 'anonymous' : 'citizen',
        },
        source: sourceOf(request.ip),
      },
      idempotencyClaimOf(`kiosk ${centre.key}`, nonce, answers),
    );
  }

  private async showForm(reply: Reply, draft: KioskDraft, faults: Fault[]): Promise<void> {
    const { language, centre } = reply;
    const pageContext = pageContextOf(language, this.country);
    if (!centre.open)
      return send(reply, createElement(KioskClosedPage, { pageContext, centre }), FORM_SECONDS);
    const codes = await this.kiosk.servicesOf(centre);
    const known = await Promise.all(codes.map((code) => this.services.byCode(language, code)));
    const services = known.filter((service) => service !== null);
    const page = createElement(KioskPage, { pageContext, centre, services, draft, faults });
    send(reply, page, FORM_SECONDS, faults.length > 0 ? 422 : 200);
  }

  private async showReceipt(reply: Reply, number: string, seconds: number): Promise<void> {
    const { language, centre } = reply;
    const shown = await this.kiosk.receipt(number);
    if (!shown) throw new DomainError('not_found', 'ticket.not_found');
    const page = createElement(KioskReceiptPage, {
      pageContext: pageContextOf(language, this.country),
      centre,
      receipt: shown,
      ticketKey: await this.receipts.trackingDetails(number, language),
      mark: this.marks.issue(number),
    });
    send(reply, page, seconds);
  }
}

const startUrlOf = ({ language, centre }: Reply) => `/${language}/kiosk/${centre.key}`;

/** The return to the start is a Refresh header, not markup: it needs no script, and a saved copy of the page does not reload. */
function send(reply: Reply, page: ReactElement, seconds: number, status = 200): void {
  const { request, response, language } = reply;
  response.setHeader('Refresh', `${seconds}; url=${startUrlOf(reply)}`);
  sendPage(request, response, page, { language, status, languageNotChosen: true });
}
