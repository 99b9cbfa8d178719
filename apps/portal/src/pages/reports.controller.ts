import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { FollowReports } from '#wasl/channels';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { notFound, type UiLanguage } from '#wasl/kernel';
import { RateLimited, Public } from '#wasl/platform';
import { formatTicketNumber, parseTicketNumber } from '#wasl/tickets';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import { sendPage } from '../http/send-page.js';
import { TEXTS } from '../texts/index.js';
import { pageContextOf } from '../views/page-context.js';
import { ReportLinkPage } from '../views/report-link-page.js';
import { FollowFormHandler } from './follow-form-handler.js';

/** Public reports and following them. Search engines and caches must not store these pages. */
@Public('what Open311 shows to everybody, and less of it; links of followers are signed')
@Controller(LANGUAGE_PATHS.map((language) => `${language}/reports`))
export class ReportsController {
  constructor(
    @Inject(FollowFormHandler) private readonly following: FollowFormHandler,
    @Inject(FollowReports) private readonly followers: FollowReports,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  @Get(':number')
  @RateLimited(240)
  async report(
    @PageLanguage() language: UiLanguage,
    @Param('number') number: string,
    @Query('done') done: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const page = await this.following.page(number, language, {
      done: done === 'asked' || done === 'confirmed' ? done : null,
    });
    if (!page) throw notFound('page.not_found');
    sendPage(request, response, page, { language, noIndex: true });
  }

  /** The URL of a form has no page of its own: reloading it redirects to the report. */
  @Get(':number/follow')
  back(@PageLanguage() language: UiLanguage, @Param('number') text: string, @Res() response: Response) {
    const number = parseTicketNumber(text);
    if (!number) throw notFound('page.not_found');
    response.redirect(303, `/${language}/reports/${formatTicketNumber(number)}`);
  }

  @Post(':number/follow')
  @RateLimited(20)
  async follow(
    @PageLanguage() language: UiLanguage,
    @Param('number') number: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const outcome = await this.following.submit(request, number, language);
    if (!outcome) throw notFound('page.not_found');
    if ('asked' in outcome) return this.to(response, language, outcome.asked, 'asked');
    sendPage(request, response, outcome.page, { language, status: outcome.status, noIndex: true });
  }

  @Get('confirm/:token')
  @RateLimited(60)
  async confirmPage(
    @PageLanguage() language: UiLanguage,
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const { report: words } = TEXTS[language];
    const number = await this.followers.reportOf(token);
    if (!number) return this.gone(request, response, language);
    this.showLink(request, response, language, {
      path: `/reports/confirm/${token}`,
      title: words.confirmTitle,
      text: words.confirmLead,
      number,
      button: words.confirm,
    });
  }

  @Post('confirm/:token')
  @RateLimited(60)
  async confirm(
    @PageLanguage() language: UiLanguage,
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const number = await this.followers.confirm(token);
    if (!number) return this.gone(request, response, language);
    this.to(response, language, number, 'confirmed');
  }

  @Get('stop/:token')
  @RateLimited(60)
  stopPage(
    @PageLanguage() language: UiLanguage,
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const { report: words } = TEXTS[language];
    if (!this.followers.isStopToken(token)) return this.gone(request, response, language);
    this.showLink(request, response, language, {
      path: `/reports/stop/${token}`,
      title: words.stopTitle,
      text: words.stopLead,
      button: words.stop,
    });
  }

  /** Also handles one-click unsubscribe of mail programs (RFC 8058), which send no cookie and follow no redirect. */
  @Post('stop/:token')
  @RateLimited(60)
  async stop(
    @PageLanguage() language: UiLanguage,
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const { report: words } = TEXTS[language];
    if (!(await this.followers.stop(token))) return this.gone(request, response, language);
    this.showLink(request, response, language, {
      path: `/reports/stop/${token}`,
      title: words.stoppedTitle,
      text: words.stopped,
    });
  }

  private to(response: Response, language: UiLanguage, number: string, done: 'asked' | 'confirmed'): void {
    response
      .setHeader('Cache-Control', 'no-store')
      .redirect(303, `/${language}/reports/${number}?done=${done}`);
  }

  private gone(request: Request, response: Response, language: UiLanguage): void {
    const { goneTitle: title, gone: text } = TEXTS[language].report;
    this.showLink(request, response, language, { path: '', title, text }, 404);
  }

  private showLink(
    request: Request,
    response: Response,
    language: UiLanguage,
    props: Omit<Parameters<typeof ReportLinkPage>[0], 'pageContext'>,
    status = 200,
  ): void {
    const page = createElement(ReportLinkPage, {
      pageContext: pageContextOf(language, this.country),
      ...props,
    });
    sendPage(request, response, page, { language, status, noIndex: true, languageNotChosen: true });
  }
}
