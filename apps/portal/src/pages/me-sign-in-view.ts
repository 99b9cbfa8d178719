import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import type { UiLanguage } from '#wasl/kernel';
import { portalOffersTexts, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { CitizenProvider } from '#wasl/selfservice';
import type { Fault } from '../forms/validate-draft.js';
import { sendPage } from '../http/send-page.js';
import { MeCodePage } from '../views/me-code-page.js';
import { MeSignInPage, type ProviderProblem } from '../views/me-sign-in-page.js';
import { pageContextOf } from '../views/page-context.js';

interface SignInForm {
  contact: string;
  faults: Fault[];
  signedOut: boolean;
  /** why the way through the provider failed */
  problem: ProviderProblem | null;
  status: number;
}

/** Shows the pages on which a requester signs in. */
@Injectable()
export class MeSignInView {
  constructor(
    @Inject(CitizenProvider) private readonly provider: CitizenProvider,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  showForm(request: Request, response: Response, language: UiLanguage, typed: Partial<SignInForm>): void {
    const { faults = [], status = faults.length > 0 ? 422 : 200 } = typed;
    const page = createElement(MeSignInPage, {
      pageContext: pageContextOf(language, this.country),
      contact: typed.contact ?? '',
      faults,
      signedOut: typed.signedOut ?? false,
      problem: typed.problem ?? null,
      byProvider: this.provider.isConfigured,
      providerLabel: this.settings.CITIZEN_OIDC_LABEL?.[language] ?? null,
      byText: portalOffersTexts(this.settings),
    });
    sendPage(request, response, page, { language, status });
  }

  showCode(request: Request, response: Response, language: UiLanguage, faults: Fault[]): void {
    const page = createElement(MeCodePage, { pageContext: pageContextOf(language, this.country), faults });
    sendPage(request, response, page, { language, status: faults.length > 0 ? 422 : 200 });
  }
}
