import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { canReceiveTexts, COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import { DomainError, type UiLanguage } from '#wasl/kernel';
import {
  portalOffersTexts,
  RateLimited,
  Public,
  type RuntimeSettings,
  SETTINGS,
  sourceOf,
} from '#wasl/platform';
import { TrackTicket, RequestCode } from '#wasl/selfservice';
import { formatTicketNumber, parseTicketNumber } from '#wasl/tickets';
import type { Fault } from '../forms/validate-draft.js';
import { oneLine } from '../forms/draft.js';
import { parseKeptReply } from '../forms/kept-reply.js';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import type { FormFields } from '../http/form-fields.js';
import { RememberedBrowsers } from '../http/remembered-browsers.js';
import { readForm } from '../http/read-form.js';
import { TrackCookie } from '../http/track-cookie.js';
import { TEXTS } from '../texts/index.js';
import { TicketPageView } from './ticket-page-view.js';
import { TrackPageView } from './track-page-view.js';

const noFiles = () => Promise.resolve();

/** Opens a ticket by number and tracking code, and sends a lost code again. */
@Public('number and code are the key; tries are limited per number and address')
@Controller(LANGUAGE_PATHS.map((language) => `${language}/track`))
export class TrackController {
  private readonly byText: boolean;

  constructor(
    @Inject(TrackTicket) private readonly tickets: TrackTicket,
    @Inject(RequestCode) private readonly codes: RequestCode,
    @Inject(TrackCookie) private readonly cookie: TrackCookie,
    @Inject(RememberedBrowsers) private readonly devices: RememberedBrowsers,
    @Inject(SETTINGS) settings: RuntimeSettings,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(TrackPageView) private readonly page: TrackPageView,
    @Inject(TicketPageView) private readonly ticketPage: TicketPageView,
  ) {
    this.byText = portalOffersTexts(settings);
  }

  @Get()
  form(
    @PageLanguage() language: UiLanguage,
    @Query('number') number: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const known = typeof number === 'string' ? parseTicketNumber(number) : null;
    this.page.show(request, response, language, {
      number: known ? formatTicketNumber(known) : '',
      code: '',
      faults: [],
      kept: null,
    });
  }

  /** The code is never part of a URL: the browser gets a signed cookie and is redirected. */
  @Post()
  @RateLimited(60)
  async open(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    const fields = await readForm(request, noFiles);
    const number = oneLine(fields.get('number'));
    const code = oneLine(fields.get('code'));
    const kept = parseKeptReply(fields);
    const typed = { number, code, kept };
    if (fields.get('go') === 'stay')
      return this.page.show(request, response, language, { ...typed, faults: [] });
    const faults = missing(fields, ['number', 'code'], language);
    if (faults.length > 0) return this.page.show(request, response, language, { ...typed, faults });
    try {
      const digits = await this.tickets.verify(number, code, {
        source: sourceOf(request.ip),
        deviceId: this.devices.deviceIdFor(request, number),
      });
      this.devices.remember(request, response, digits);
      await this.cookie.open(request, response, digits);
      // Not redirected, because the words must never be part of a URL; the visitor reads them again and sends them.
      if (kept) {
        const opened = { number: digits, by: 'code' } as const;
        return await this.ticketPage.show(request, response, language, opened, { ...kept, done: 'kept' });
      }
      response
        .setHeader('Cache-Control', 'no-store')
        .redirect(303, `/${language}/track/${formatTicketNumber(digits)}`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'not_found') throw error;
      const fault: Fault = { field: 'number', text: TEXTS[language].track.wrong };
      this.page.show(request, response, language, { ...typed, faults: [fault] });
    }
  }

  @Get('code')
  lostCode(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    this.page.showLost(request, response, language, {
      number: '',
      contact: '',
      faults: [],
      sent: false,
      kept: null,
    });
  }

  @Post('code')
  @RateLimited(20)
  async sendCode(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    const fields = await readForm(request, noFiles);
    const typed = {
      number: oneLine(fields.get('number')),
      contact: oneLine(fields.get('contact')).slice(0, 254),
      kept: parseKeptReply(fields),
    };
    const stay = fields.get('go') === 'stay';
    const faults = stay ? [] : missing(fields, ['number', 'contact'], language);
    if (!stay && typed.contact !== '' && !this.canBeSentTo(typed.contact))
      faults.push({
        field: 'contact',
        text: TEXTS[language].track[this.byText ? 'contactWrong' : 'mailOnly'],
      });
    const sent = !stay && faults.length === 0;
    if (sent) await this.codes.request(typed.number, typed.contact, sourceOf(request.ip));
    this.page.showLost(request, response, language, { ...typed, faults, sent });
  }

  /** Whether a code could reach such an address at all, which says nothing of any ticket. */
  private canBeSentTo(contact: string): boolean {
    if (contact.includes('@')) return true;
    const number = this.byText ? normalizePhone(contact, this.country) : null;
    return number !== null && canReceiveTexts(number);
  }
}

function missing(
  fields: FormFields,
  names: ('number' | 'code' | 'contact')[],
  language: UiLanguage,
): Fault[] {
  return names
    .filter((name) => fields.get(name).trim() === '')
    .map((field) => ({ field, text: TEXTS[language].errors.required }));
}
