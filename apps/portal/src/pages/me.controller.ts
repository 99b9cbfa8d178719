import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import type { UiLanguage } from '#wasl/kernel';
import { Public, RateLimited } from '#wasl/platform';
import { CitizenProvider, RequesterMatters } from '#wasl/selfservice';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import { MeCookies } from '../http/me-cookies.js';
import { readForm } from '../http/read-form.js';
import { sendPage } from '../http/send-page.js';
import { isMeOutcome, MePage } from '../views/me-page.js';
import { pageContextOf } from '../views/page-context.js';
import { MeSignInView } from './me-sign-in-view.js';

/** All matters of a requester who is signed in; for everybody else the way to sign in. */
@Public('shows a record only to a browser that holds a session of its owner')
@Controller(LANGUAGE_PATHS.map((language) => `${language}/me`))
export class MeController {
  constructor(
    @Inject(MeCookies) private readonly me: MeCookies,
    @Inject(RequesterMatters) private readonly matters: RequesterMatters,
    @Inject(MeSignInView) private readonly signIn: MeSignInView,
    @Inject(CitizenProvider) private readonly provider: CitizenProvider,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  @Get()
  @RateLimited(300)
  async list(
    @PageLanguage() language: UiLanguage,
    @Query('after') after: unknown,
    @Query('done') done: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const requester = await this.me.signedIn(request);
    if (!requester)
      return this.signIn.showForm(request, response, language, { signedOut: done === 'signed_out' });
    const isFirst = typeof after !== 'string';
    const page = createElement(MePage, {
      pageContext: pageContextOf(language, this.country),
      requester,
      matters: await this.matters.list(requester, language, isFirst ? undefined : after),
      unconfirmed: isFirst ? await this.matters.unconfirmed(requester) : [],
      isFirst,
      done: isMeOutcome(done) ? done : null,
    });
    sendPage(request, response, page, { language, noIndex: true });
  }

  /** "Was it you?", answered for one ticket that names an address of the requester. */
  @Post('filings/:contact')
  @RateLimited(60)
  async confirm(
    @PageLanguage() language: UiLanguage,
    @Param('contact') contact: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const requester = await this.me.signedIn(request);
    const go = (await readForm(request, () => Promise.resolve())).get('go');
    const decides = go === 'confirm' || go === 'refuse';
    const done =
      requester && decides ? `?done=${await this.matters.confirm(requester, contact, go === 'confirm')}` : '';
    response.setHeader('Cache-Control', 'no-store').redirect(303, `/${language}/me${done}`);
  }

  @Post('sign-out')
  @RateLimited(60)
  async signOut(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    await this.me.end(request, response);
    response.setHeader('Cache-Control', 'no-store').redirect(303, `/${language}/me?done=signed_out`);
  }

  /** Leads to the page of the provider where its own session ends, for shared computers. */
  @Get('oidc/logout')
  @RateLimited(60)
  async endAtProvider(@PageLanguage() language: UiLanguage, @Res() response: Response) {
    const url = (await this.provider.endSessionUrl()) ?? `/${language}/me`;
    response.setHeader('Cache-Control', 'no-store').redirect(303, url);
  }

  /** The URLs of forms have no page of their own. */
  @Get(['sign-out', 'filings/:contact'])
  back(@PageLanguage() language: UiLanguage, @Res() response: Response) {
    response.redirect(303, `/${language}/me`);
  }
}
