import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { isEmail } from 'class-validator';
import type { Request, Response } from 'express';
import { normalizeMailAddress } from '#wasl/channels';
import { canReceiveTexts, COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import type { UiLanguage } from '#wasl/kernel';
import {
  portalOffersTexts,
  Public,
  RateLimited,
  type RuntimeSettings,
  SETTINGS,
  sourceOf,
} from '#wasl/platform';
import type { Address } from '#wasl/requesters';
import { RequesterSignIn, SignInCodes } from '#wasl/selfservice';
import { oneLine } from '../forms/draft.js';
import { MAX_LENGTH } from '../forms/validate-draft.js';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import { MeCookies } from '../http/me-cookies.js';
import { readForm } from '../http/read-form.js';
import { TEXTS } from '../texts/index.js';
import { MeSignInView } from './me-sign-in-view.js';

const noFiles = () => Promise.resolve();

/** Signing in by a one-time code that is sent to an address. */
@Public('codes go only to their address; tries are limited, and bound to the browser that asked')
@Controller(LANGUAGE_PATHS.map((language) => `${language}/me`))
export class MeSignInController {
  constructor(
    @Inject(MeCookies) private readonly me: MeCookies,
    @Inject(SignInCodes) private readonly codes: SignInCodes,
    @Inject(RequesterSignIn) private readonly signIn: RequesterSignIn,
    @Inject(MeSignInView) private readonly view: MeSignInView,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** The answer is the same for every address, known or not. */
  @Post()
  @RateLimited(120)
  async sendCode(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    const fields = await readForm(request, noFiles);
    const contact = oneLine(fields.get('contact')).trim().slice(0, MAX_LENGTH.email);
    if (fields.get('go') === 'stay') return this.view.showForm(request, response, language, { contact });
    const address = this.addressOf(contact);
    if (!address) {
      const { errors, me } = TEXTS[language];
      const wrong = portalOffersTexts(this.settings) ? me.contactWrong : errors.email;
      const faults = [{ field: 'contact' as const, text: contact === '' ? errors.required : wrong }];
      return this.view.showForm(request, response, language, { contact, faults });
    }
    const holder = this.me.ensureHolder(request, response);
    await this.codes.request(address, language, holder, sourceOf(request.ip));
    response.setHeader('Cache-Control', 'no-store').redirect(303, `/${language}/me/code`);
  }

  @Get('code')
  @RateLimited(120)
  form(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    if (this.me.holderOf(request) === '')
      return response.setHeader('Cache-Control', 'no-store').redirect(303, `/${language}/me`);
    this.view.showCode(request, response, language, []);
  }

  @Post('code')
  @RateLimited(120)
  async enterCode(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    const fields = await readForm(request, noFiles);
    if (fields.get('go') === 'stay') return this.view.showCode(request, response, language, []);
    const code = fields.get('code');
    const { errors, me } = TEXTS[language];
    if (code.trim() === '')
      return this.view.showCode(request, response, language, [{ field: 'code', text: errors.required }]);
    const secret = await this.signIn.byCode(code, this.me.holderOf(request), sourceOf(request.ip));
    if (!secret)
      return this.view.showCode(request, response, language, [{ field: 'code', text: me.codeWrong }]);
    await this.me.begin(request, response, secret);
    response.setHeader('Cache-Control', 'no-store').redirect(303, `/${language}/me`);
  }

  /** @returns null when it is neither a mail address nor, where a gateway is set, a mobile number */
  private addressOf(contact: string): Address | null {
    if (contact.includes('@')) {
      const value = isEmail(contact) ? normalizeMailAddress(contact) : null;
      return value === null ? null : { kind: 'email', value };
    }
    const number = portalOffersTexts(this.settings) ? normalizePhone(contact, this.country) : null;
    return number && canReceiveTexts(number) ? { kind: 'phone', value: number } : null;
  }
}
