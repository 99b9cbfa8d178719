import { Inject, Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import type { Request } from 'express';
import { createElement, type ReactElement } from 'react';
import {
  type FollowerAddress,
  FollowReports,
  normalizeMailAddress,
  PublicReports,
  ReportLinks,
} from '#wasl/channels';
import { canReceiveTexts, COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import type { UiLanguage } from '#wasl/kernel';
import { portalOffersTexts, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { type Fault, MAX_LENGTH } from '../forms/validate-draft.js';
import { oneLine } from '../forms/draft.js';
import { FormTokens } from '../forms/form-tokens.js';
import { parsePausedFiling, type PausedFiling } from '../forms/paused-filing.js';
import { FormThrottle } from '../forms/form-throttle.js';
import type { FormFields } from '../http/form-fields.js';
import { readForm } from '../http/read-form.js';
import { TEXTS, type Texts } from '../texts/index.js';
import { pageContextOf } from '../views/page-context.js';
import { type FollowForm, ReportPage } from '../views/report-page.js';

/** Shows a public report and handles its follow form. */
@Injectable()
export class FollowFormHandler {
  constructor(
    @Inject(PublicReports) private readonly reports: PublicReports,
    @Inject(FollowReports) private readonly followers: FollowReports,
    @Inject(ReportLinks) private readonly links: ReportLinks,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(FormTokens) private readonly tokens: FormTokens,
    @Inject(FormThrottle) private readonly throttle: FormThrottle,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** @returns null when there is no such public report */
  async page(
    number: string,
    language: UiLanguage,
    typed: Partial<FollowForm> = {},
    left: PausedFiling | null = null,
  ): Promise<ReactElement | null> {
    const report = await this.reports.get(number, language);
    if (!report) return null;
    const form: FollowForm = {
      token: this.tokens.issue(),
      email: '',
      phone: '',
      faults: [],
      honeypotFilled: false,
      done: null,
      ...typed,
    };
    return createElement(ReportPage, {
      pageContext: pageContextOf(language, this.country),
      report,
      form,
      address: this.links.report(report.number, language),
      byText: portalOffersTexts(this.settings),
      pausedFiling: left,
    });
  }

  /** @returns the report's number when a confirmation was requested; null when there is no such public report */
  async submit(
    request: Request,
    number: string,
    language: UiLanguage,
  ): Promise<{ asked: string } | { page: ReactElement; status: number } | null> {
    const fields = await readForm(request, () => Promise.resolve());
    const typed = {
      token: fields.get('token') || this.tokens.issue(),
      email: oneLine(fields.get('email')).trim(),
      phone: portalOffersTexts(this.settings) ? oneLine(fields.get('phone')).trim() : '',
    };
    const left = parsePausedFiling(fields.get('left'));
    const again = async (faults: Fault[], more: Partial<FollowForm> = {}) => {
      const page = await this.page(number, language, { ...typed, ...more, faults }, left);
      return page && { page, status: faults.length > 0 ? 422 : 200 };
    };
    if (fields.get('go') === 'stay') return again([]);
    const texts = TEXTS[language];
    const { addresses, faults } = this.addressesOf(typed, texts);
    if (faults.length > 0) return again(faults);
    if (isHoneypotFilled(fields))
      return again([{ field: 'website', text: texts.errors.honeypot }], { honeypotFilled: true });
    const token = this.tokens.read(typed.token);
    if (!token) {
      return again([{ field: 'email', text: texts.errors.expired }], { token: this.tokens.issue() });
    }
    await this.throttle.delayIfTooFast(token.ageMs);
    const report = await this.reports.get(number, language);
    for (const address of addresses) {
      // Resolved in the meantime: the page says so.
      if (!(await this.followers.request(number, address, language))) return again([]);
    }
    return report && { asked: report.number };
  }

  private addressesOf(
    { email, phone }: { email: string; phone: string },
    { errors }: Texts,
  ): { addresses: FollowerAddress[]; faults: Fault[] } {
    if (email === '' && phone === '') {
      return { addresses: [], faults: [{ field: 'email', text: errors.followContact }] };
    }
    const mail = email.length <= MAX_LENGTH.email && isEmail(email) ? normalizeMailAddress(email) : null;
    const number = normalizePhone(phone, this.country);
    const mobile = number && canReceiveTexts(number) ? number : null;
    const faults: Fault[] = [
      ...(email !== '' && !mail ? [{ field: 'email', text: errors.email } as const] : []),
      ...(phone !== '' && !mobile ? [{ field: 'phone', text: errors.phone } as const] : []),
    ];
    const addresses: FollowerAddress[] = [
      ...(mail ? [{ kind: 'email', value: mail } as const] : []),
      ...(mobile ? [{ kind: 'phone', value: mobile } as const] : []),
    ];
    return { addresses, faults };
  }
}

const isHoneypotFilled = (fields: FormFields) => fields.get('website') !== '';
