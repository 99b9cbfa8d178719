import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { portalOffersTexts, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import type { UiLanguage } from '#wasl/kernel';
import { sendPage } from '../http/send-page.js';
import { LostCodePage } from '../views/lost-code-page.js';
import { pageContextOf } from '../views/page-context.js';
import { TrackPage } from '../views/track-page.js';

type Shown<Page extends (props: never) => unknown> = Omit<Parameters<Page>[0], 'pageContext'>;

/** Sends the forms for number and code. */
@Injectable()
export class TrackPageView {
  constructor(
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  show(request: Request, response: Response, language: UiLanguage, props: Shown<typeof TrackPage>): void {
    const page = createElement(TrackPage, { pageContext: pageContextOf(language, this.country), ...props });
    sendPage(request, response, page, { language, status: statusOf(props.faults) });
  }

  showLost(
    request: Request,
    response: Response,
    language: UiLanguage,
    props: Omit<Shown<typeof LostCodePage>, 'byText'>,
  ): void {
    const pageContext = pageContextOf(language, this.country);
    const page = createElement(LostCodePage, {
      pageContext,
      byText: portalOffersTexts(this.settings),
      ...props,
    });
    sendPage(request, response, page, { language, status: statusOf(props.faults) });
  }
}

const statusOf = (faults: unknown[]) => (faults.length > 0 ? 422 : 200);
