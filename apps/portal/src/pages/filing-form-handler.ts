import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Audience, TicketKind } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { DomainError, type UiLanguage } from '#wasl/kernel';
import { sourceOf } from '#wasl/platform';
import { SubmitTicket, type TicketSubmission, MAX_UPLOADS_PER_TICKET } from '#wasl/selfservice';
import { parseTicketNumber } from '#wasl/tickets';
import { type Fault, validateStep } from '../forms/validate-draft.js';
import {
  type Draft,
  parseDraft,
  type PendingFile,
  isStep,
  type Step,
  stepAfter,
  stepBefore,
  STEPS,
} from '../forms/draft.js';
import { idempotencyClaimOf, FormTokens } from '../forms/form-tokens.js';
import { FormFileReceiver } from '../forms/form-file-receiver.js';
import { parsePoint } from '../forms/location.js';
import { FormThrottle } from '../forms/form-throttle.js';
import type { FormFields } from '../http/form-fields.js';
import { readForm } from '../http/read-form.js';
import { TEXTS, type Texts } from '../texts/index.js';
import { type NearbyReportsOutcome, NearbyReportsStep } from './nearby-reports-step.js';

/** The page of the form to render next. */
export interface FilingPage {
  step: Step;
  draft: Draft;
  token: string;
  faults?: Fault[];
  returning?: boolean;
  honeypotFilled?: boolean;
  /** client network, for rate limits only; never shown */
  source?: string;
}

export type FilingOutcome =
  NearbyReportsOutcome | { show: FilingPage } | { filed: { number: string; digits: string } };

/** Handles a submitted page of the form: the next page, the previous page, or a ticket. Typed text is never lost. */
@Injectable()
export class FilingFormHandler {
  constructor(
    @Inject(SubmitTicket) private readonly matters: SubmitTicket,
    @Inject(FormFileReceiver) private readonly holdFiles: FormFileReceiver,
    @Inject(FormTokens) private readonly tokens: FormTokens,
    @Inject(FormThrottle) private readonly throttle: FormThrottle,
    @Inject(NearbyReportsStep) private readonly offering: NearbyReportsStep,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  async submit(request: Request, language: UiLanguage): Promise<FilingOutcome> {
    const texts = TEXTS[language];
    const fresh: PendingFile[] = [];
    const fileFaults: Fault[] = [];
    const fields = await readForm(request, this.holdFiles.fileHandler(texts, fresh, fileFaults));
    const draft = parseDraft(fields);
    addFiles(draft, fresh, fileFaults, texts);
    const asked = fields.get('step');
    const step = isStep(asked) ? asked : 'matter';
    const page: FilingPage = {
      step,
      draft,
      token: fields.get('token') || this.tokens.issue(),
      returning: fields.get('returning') === '1',
      source: sourceOf(request.ip),
    };
    if (asked === 'nearby' || asked === 'follow')
      return this.continueFromNearbyReports(fields, page, language);
    if (fileFaults.length > 0) return { show: { ...page, faults: fileFaults } };
    return this.handleButton(fields, page, language);
  }

  private async handleButton(
    fields: FormFields,
    page: FilingPage,
    language: UiLanguage,
  ): Promise<FilingOutcome> {
    const [go, what = ''] = fields.get('go').split(':');
    const { step, draft } = page;
    switch (go) {
      case 'send':
        return this.send(fields, page, language);
      case 'next':
        return step === 'check' ? { show: page } : this.next(page, language);
      case 'back':
        return {
          show: { ...page, step: page.returning ? 'check' : (stepBefore(step) ?? step), returning: false },
        };
      case 'edit':
        return { show: isStep(what) ? { ...page, step: what, returning: true } : page };
      case 'drop-point':
        return { show: { ...page, draft: { ...draft, lat: '', long: '' } } };
      case 'remove':
        draft.files.splice(Number(what), 1);
        return { show: page };
      default: // the language was switched: the same page again
        return { show: page };
    }
  }

  private async next(page: FilingPage, language: UiLanguage): Promise<FilingOutcome> {
    const faults = validateStep(page.draft, page.step, TEXTS[language], this.country);
    if (faults.length > 0) return { show: { ...page, faults } };
    const offered = page.step === 'place' ? await this.offering.offer(page, language) : null;
    if (offered) return offered;
    return { show: { ...page, step: page.returning ? 'check' : stepAfter(page.step), returning: false } };
  }

  /** From the list of nearby reports to one of them, or on with the form. */
  private async continueFromNearbyReports(
    fields: FormFields,
    page: FilingPage,
    language: UiLanguage,
  ): Promise<FilingOutcome> {
    const outcome = await this.offering.submit(fields, page, language);
    if (!('to' in outcome)) return outcome;
    const { to: step, draft } = outcome;
    return { show: { ...page, step, draft, returning: page.returning && step === 'place' } };
  }

  private async send(fields: FormFields, page: FilingPage, language: UiLanguage): Promise<FilingOutcome> {
    const texts = TEXTS[language];
    for (const step of STEPS) {
      const faults = validateStep(page.draft, step, texts, this.country);
      if (faults.length > 0) return { show: { ...page, step, faults, returning: true } };
    }
    if (fields.get('website') !== '') {
      return {
        show: { ...page, honeypotFilled: true, faults: [{ field: 'website', text: texts.errors.honeypot }] },
      };
    }
    const token = this.tokens.read(page.token);
    if (!token) return this.withNewToken(page, texts.errors.expired);
    await this.throttle.delayIfTooFast(token.ageMs);
    return this.file(page, token.nonce, language);
  }

  private async file(page: FilingPage, nonce: string, language: UiLanguage): Promise<FilingOutcome> {
    const texts = TEXTS[language];
    try {
      const { number } = await this.matters.submit(matterOf(page.draft, language), {
        claim: idempotencyClaimOf('portal new', nonce, page.draft),
        source: page.source,
      });
      return { filed: { number, digits: parseTicketNumber(number)! } };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'idempotency.mismatch') return this.withNewToken(page, texts.errors.alreadySent);
      const [fault] = error.faults;
      if (fault?.path === 'attachments') {
        const draft = { ...page.draft, files: [] };
        return {
          show: {
            ...page,
            draft,
            step: 'place',
            returning: true,
            faults: [{ field: 'files', text: texts.errors.fileGone }],
          },
        };
      }
      if (fault?.path === 'service') {
        const draft = { ...page.draft, service: '' };
        return {
          show: {
            ...page,
            draft,
            step: 'matter',
            returning: true,
            faults: [{ field: 'kind', text: texts.errors.serviceGone }],
          },
        };
      }
      throw error;
    }
  }

  /** The same answers with a new form token: submitting them again is then the visitor's own decision. */
  private withNewToken(page: FilingPage, text: string): FilingOutcome {
    return { show: { ...page, token: this.tokens.issue(), faults: [{ field: 'website', text }] } };
  }
}

function addFiles(draft: Draft, fresh: PendingFile[], faults: Fault[], texts: Texts): void {
  draft.files.push(...fresh);
  if (draft.files.length <= MAX_UPLOADS_PER_TICKET) return;
  draft.files.length = MAX_UPLOADS_PER_TICKET;
  faults.push({ field: 'files', text: texts.errors.tooManyFiles(MAX_UPLOADS_PER_TICKET) });
}

const orNull = (text: string) => text.trim() || null;

function matterOf(draft: Draft, language: UiLanguage): TicketSubmission {
  const anonymous = draft.audience === 'anonymous';
  const address = orNull(draft.address);
  const point = parsePoint(draft);
  return {
    kind: draft.kind as TicketKind,
    subject: draft.subject.trim(),
    description: draft.description.trim(),
    service: orNull(draft.service),
    language,
    requester: {
      audience: draft.audience as Audience,
      name: anonymous ? null : orNull(draft.name),
      phone: anonymous ? null : orNull(draft.phone),
      email: anonymous ? null : orNull(draft.email),
    },
    location: address || point ? { ...point, address } : null,
    attachments: draft.files.map((file) => file.id),
  };
}
