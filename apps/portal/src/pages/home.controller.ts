import { Controller, Get, Inject, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { ChatAvailabilityReader } from '#wasl/channels';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { DomainError, type UiLanguage } from '#wasl/kernel';
import { RateLimited, Public } from '#wasl/platform';
import { PublicServices } from '#wasl/selfservice';
import { LANGUAGE_PATHS, PageLanguage } from '../http/page-language.js';
import { searchTermFrom } from '../http/search-term.js';
import { sendPage } from '../http/send-page.js';
import { pageContextOf } from '../views/page-context.js';
import { HomePage } from '../views/home-page.js';
import { ServicePage } from '../views/service-page.js';

/** Search for a service, then its information page. */
@Public('the same for everyone')
@Controller(LANGUAGE_PATHS)
export class HomeController {
  constructor(
    @Inject(PublicServices) private readonly services: PublicServices,
    @Inject(ChatAvailabilityReader) private readonly chat: ChatAvailabilityReader,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  @Get()
  @RateLimited(600)
  async home(
    @PageLanguage() language: UiLanguage,
    @Query('q') q: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const words = searchTermFrom(q);
    const services = await this.services.find(language, words);
    const page = createElement(HomePage, {
      pageContext: pageContextOf(language, this.country),
      words,
      services,
      offersChat: words === '' && (await this.chatIsOpen(null)),
    });
    sendPage(request, response, page, { language, cacheable: true });
  }

  /** An installation that has no queue yet answers no chats. */
  private async chatIsOpen(service: string | null): Promise<boolean> {
    try {
      return (await this.chat.forService(service)).open;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'queue.not_found') return false;
      throw error;
    }
  }

  @Get('services/:code')
  @RateLimited(600)
  async service(
    @PageLanguage() language: UiLanguage,
    @Param('code') code: string,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const service = await this.services.byCode(language, code);
    if (!service) throw new NotFoundException();
    const page = createElement(ServicePage, {
      pageContext: pageContextOf(language, this.country),
      service,
      offersChat: await this.chatIsOpen(service.code),
    });
    sendPage(request, response, page, { language, cacheable: true });
  }
}
