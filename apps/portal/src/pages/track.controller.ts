import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { DomainError, type UiLanguage } from '#wasl/kernel';
import { RateLimited, Public, sourceOf } from '#wasl/platform';
import { TrackTicket, RequestCode } from '#wasl/selfservice';
import { formatTicketNumber, parseTicketNumber } from '#wasl/tickets';
import type { Fault } from '../forms/validate-draft.js';
import { oneLine } from '../forms/draft.js';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import type { FormFields } from '../http/form-fields.js';
import { RememberedBrowsers } from '../http/remembered-browsers.js';
import { readForm } from '../http/read-form.js';
import { sendPage } from '../http/send-page.js';
import { TrackCookie } from '../http/track-cookie.js';
import { TEXTS } from '../texts/index.js';
import { pageContextOf } from '../views/page-context.js';
import { LostCodePage } from '../views/lost-code-page.js';
import { TrackPage } from '../views/track-page.js';

const noFiles = () => Promise.resolve();

/** Opens a ticket by number and tracking code, and sends a lost code again. */
@Public('number and code are the key; tries are limited per number and address')
@Controller(LANGUAGE_PATHS.map((language) => `${language}/track`))
export class TrackController {
  constructor(
    @Inject(TrackTicket) private readonly tickets: TrackTicket,
    @Inject(RequestCode) private readonly codes: RequestCode,
    @Inject(TrackCookie) private readonly cookie: TrackCookie,
    @Inject(RememberedBrowsers) private readonly devices: RememberedBrowsers,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  @Get()
  form(
    @PageLanguage() language: UiLanguage,
    @Query('number') number: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const known = typeof number === 'string' ? parseTicketNumber(number) : null;
    this.show(request, response, language, {
      number: known ? formatTicketNumber(known) : '',
      code: '',
      faults: [],
    });
  }

  /** The code is never part of a URL: the browser gets a signed cookie and is redirected. */
  @Post()
  @RateLimited(60)
  async open(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    const fields = await readForm(request, noFiles);
    const number = oneLine(fields.get('number'));
    const code = oneLine(fields.get('code'));
    if (fields.get('go') === 'stay')
      return this.show(request, response, language, { number, code, faults: [] });
    const faults = missing(fields, ['number', 'code'], language);
    if (faults.length > 0) return this.show(request, response, language, { number, code, faults });
    try {
      const digits = await this.tickets.verify(number, code, {
        source: sourceOf(request.ip),
        deviceId: this.devices.deviceIdFor(request, number),
      });
      this.devices.remember(request, response, digits);
      await this.cookie.open(request, response, digits);
      response
        .setHeader('Cache-Control', 'no-store')
        .redirect(303, `/${language}/track/${formatTicketNumber(digits)}`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'not_found') throw error;
      const fault: Fault = { field: 'number', text: TEXTS[language].track.wrong };
      this.show(request, response, language, { number, code, faults: [fault] });
    }
  }

  @Get('code')
  lostCode(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    this.showLost(request, response, language, { number: '', contact: '', faults: [], sent: false });
  }

  @Post('code')
  @RateLimited(20)
  async sendCode(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    const fields = await readForm(request, noFiles);
    const typed = {
      number: oneLine(fields.get('number')),
      contact: oneLine(fields.get('contact')).slice(0, 254),
    };
    const stay = fields.get('go') === 'stay';
    const faults = stay ? [] : missing(fields, ['number', 'contact'], language);
    const sent = !stay && faults.length === 0;
    if (sent) await this.codes.request(typed.number, typed.contact, sourceOf(request.ip));
    this.showLost(request, response, language, { ...typed, faults, sent });
  }

  private show(
    request: Request,
    response: Response,
    language: UiLanguage,
    props: Omit<Parameters<typeof TrackPage>[0], 'pageContext'>,
  ) {
    const page = createElement(TrackPage, { pageContext: pageContextOf(language, this.country), ...props });
    sendPage(request, response, page, { language, status: statusOf(props.faults) });
  }

  private showLost(
    request: Request,
    response: Response,
    language: UiLanguage,
    props: Omit<Parameters<typeof LostCodePage>[0], 'pageContext'>,
  ) {
    const page = createElement(LostCodePage, {
      pageContext: pageContextOf(language, this.country),
      ...props,
    });
    sendPage(request, response, page, { language, status: statusOf(props.faults) });
  }
}

const statusOf = (faults: Fault[]) => (faults.length > 0 ? 422 : 200);

function missing(
  fields: FormFields,
  names: ('number' | 'code' | 'contact')[],
  language: UiLanguage,
): Fault[] {
  return names
    .filter((name) => fields.get(name).trim() === '')
    .map((field) => ({ field, text: TEXTS[language].errors.required }));
}
