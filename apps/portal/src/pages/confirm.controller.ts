import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import type { UiLanguage } from '#wasl/kernel';
import { RateLimited, Public } from '#wasl/platform';
import { ConfirmContact, type ContactConfirmation } from '#wasl/selfservice';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import { readForm } from '../http/read-form.js';
import { sendPage } from '../http/send-page.js';
import { ConfirmPage } from '../views/confirm-page.js';
import { pageContextOf } from '../views/page-context.js';

/** The link that was sent to a contact address which somebody gave for a ticket. */
@Public('links are signed and only sent to the address that they confirm')
@Controller(LANGUAGE_PATHS.map((language) => `${language}/confirm/:token`))
export class ConfirmController {
  constructor(
    @Inject(ConfirmContact) private readonly confirming: ConfirmContact,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  @Get()
  @RateLimited(60)
  async page(
    @PageLanguage() language: UiLanguage,
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    this.show(request, response, language, token, await this.confirming.read(token));
  }

  @Post()
  @RateLimited(30)
  async decide(
    @PageLanguage() language: UiLanguage,
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const go = (await readForm(request, () => Promise.resolve())).get('go');
    const named =
      go === 'confirm' || go === 'refuse'
        ? await this.confirming.decide(token, go === 'confirm')
        : await this.confirming.read(token);
    this.show(request, response, language, token, named);
  }

  private show(
    request: Request,
    response: Response,
    language: UiLanguage,
    token: string,
    named: ContactConfirmation | null,
  ): void {
    const page = createElement(ConfirmPage, {
      pageContext: pageContextOf(language, this.country),
      token,
      named,
    });
    const status = named ? 200 : 404;
    sendPage(request, response, page, { language, status, noIndex: true, languageNotChosen: true });
  }
}
