import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError, type UiLanguage } from '#wasl/kernel';
import { HTTP_STATUS, Public, RateLimited, sourceOf } from '#wasl/platform';
import { CITIZEN_CALLBACK_PATH, RequesterSignIn } from '#wasl/selfservice';
import { guessLanguage, LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import { MeCookies } from '../http/me-cookies.js';
import type { ProviderProblem } from '../views/me-sign-in-page.js';
import { MeSignInView } from './me-sign-in-view.js';

const PROBLEMS: Record<string, ProviderProblem> = {
  'oidc.state': 'state',
  'oidc.denied': 'denied',
  'oidc.failed': 'failed',
  'oidc.unavailable': 'unavailable',
};

/** Signing in through the identity provider of citizens (OpenID Connect). */
@Public('each state is taken once, from the browser that it was given to; attempts are limited by source')
@Controller()
export class MeProviderController {
  constructor(
    @Inject(MeCookies) private readonly me: MeCookies,
    @Inject(RequesterSignIn) private readonly signIn: RequesterSignIn,
    @Inject(MeSignInView) private readonly view: MeSignInView,
  ) {}

  /** Leads the browser to the provider, which sends it back to the callback. */
  @Get(LANGUAGE_PATHS.map((language) => `${language}/me/oidc`))
  @RateLimited(60)
  async begin(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    try {
      const url = await this.signIn.begin(this.me.ensureHolder(request, response), language);
      response.setHeader('Cache-Control', 'no-store').redirect(303, url);
    } catch (error) {
      this.refuse(request, response, error, language);
    }
  }

  /** One address for all languages, because it is registered at the provider. */
  @Get(CITIZEN_CALLBACK_PATH)
  @RateLimited(60)
  async callback(@Req() request: Request, @Res() response: Response) {
    let language = guessLanguage(request, 'ar');
    try {
      const { state } = request.query;
      const secret = await this.signIn.finish(
        {
          query: new URL(request.originalUrl, 'http://unused').search.slice(1),
          state: typeof state === 'string' ? state : '',
          holder: this.me.holderOf(request),
          source: sourceOf(request.ip),
        },
        (begun) => (language = begun),
      );
      await this.me.begin(request, response, secret);
      response.setHeader('Cache-Control', 'no-store').redirect(303, `/${language}/me`);
    } catch (error) {
      this.refuse(request, response, error, language);
    }
  }

  private refuse(request: Request, response: Response, error: unknown, language: UiLanguage): void {
    const problem = error instanceof DomainError ? PROBLEMS[error.code] : undefined;
    if (!problem) throw error;
    const status = HTTP_STATUS[(error as DomainError).kind];
    this.view.showForm(request, response, language, { problem, status });
  }
}
