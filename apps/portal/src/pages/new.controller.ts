import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import type { UiLanguage } from '#wasl/kernel';
import { RateLimited, Public } from '#wasl/platform';
import { PublicServices } from '#wasl/selfservice';
import { emptyDraft } from '../forms/draft.js';
import { FormTokens } from '../forms/form-tokens.js';
import type { PausedFiling } from '../forms/paused-filing.js';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import { sendPage } from '../http/send-page.js';
import { TrackCookie } from '../http/track-cookie.js';
import { searchTermFrom } from '../http/search-term.js';
import { ChooseServicePage } from '../views/choose-service-page.js';
import { pageContextOf } from '../views/page-context.js';
import { NearbyPage } from '../views/nearby-page.js';
import { NewPage, type NewPageProps } from '../views/new-page.js';
import { FilingFormHandler, type FilingPage } from './filing-form-handler.js';
import { FollowFormHandler } from './follow-form-handler.js';

/** Filing a ticket, page by page. */
@Public('anyone may file; limited per address, forms from other sites refused')
@Controller(LANGUAGE_PATHS.map((language) => `${language}/new`))
export class NewController {
  constructor(
    @Inject(FilingFormHandler) private readonly filing: FilingFormHandler,
    @Inject(FollowFormHandler) private readonly following: FollowFormHandler,
    @Inject(PublicServices) private readonly services: PublicServices,
    @Inject(FormTokens) private readonly tokens: FormTokens,
    @Inject(TrackCookie) private readonly cookie: TrackCookie,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** Chooses the service; with a service chosen or skipped, shows the first page of the form. */
  @Get()
  @RateLimited(600)
  async choose(
    @PageLanguage() language: UiLanguage,
    @Query('service') code: unknown,
    @Query('q') q: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const service = typeof code === 'string' ? await this.services.byCode(language, code) : null;
    if (service || code === 'none') {
      const draft = { ...emptyDraft(), service: service?.code ?? '', kind: service?.kind ?? '' };
      await this.show(request, response, language, { step: 'matter', draft, token: this.tokens.issue() });
      return;
    }
    const words = searchTermFrom(q);
    const services = await this.services.find(language, words);
    const page = createElement(ChooseServicePage, {
      pageContext: pageContextOf(language, this.country),
      words,
      services,
    });
    sendPage(request, response, page, { language, cacheable: true });
  }

  @Post()
  @RateLimited(240)
  async step(@PageLanguage() language: UiLanguage, @Req() request: Request, @Res() response: Response) {
    const outcome = await this.filing.submit(request, language);
    if ('filed' in outcome) {
      await this.cookie.open(request, response, outcome.filed.digits);
      response
        .setHeader('Cache-Control', 'no-store')
        .redirect(303, `/${language}/receipt/${outcome.filed.number}`);
      return;
    }
    if ('offer' in outcome) {
      const page = createElement(NearbyPage, {
        pageContext: pageContextOf(language, this.country),
        ...outcome.offer,
      });
      sendPage(request, response, page, { language });
      return;
    }
    if ('follow' in outcome) return this.look(request, response, language, outcome.follow);
    await this.show(request, response, language, outcome.show);
  }

  /** Shows one of the nearby reports. The draft is carried along, so that the visitor can return to it. */
  private async look(
    request: Request,
    response: Response,
    language: UiLanguage,
    { number, ...left }: PausedFiling & { number: string },
  ): Promise<void> {
    const page = await this.following.page(number, language, {}, left);
    if (page) return sendPage(request, response, page, { language, noIndex: true });
    // The report is no longer public: continue with the visitor's own.
    await this.show(request, response, language, { ...left, step: 'you' });
  }

  private async show(
    request: Request,
    response: Response,
    language: UiLanguage,
    shown: FilingPage,
  ): Promise<void> {
    const { faults = [], returning = false, honeypotFilled: trapped = false } = shown;
    const service = shown.draft.service ? await this.services.byCode(language, shown.draft.service) : null;
    const pageContext = pageContextOf(language, this.country);
    const props: NewPageProps = {
      ...shown,
      pageContext,
      service,
      faults,
      returning,
      honeypotFilled: trapped,
    };
    sendPage(request, response, createElement(NewPage, props), {
      language,
      status: faults.length > 0 ? 422 : 200,
    });
  }
}
