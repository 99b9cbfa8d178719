import { Inject, Injectable } from '@nestjs/common';
import { type NearbyReport, NearbyReports } from '#wasl/channels';
import type { UiLanguage } from '#wasl/kernel';
import { type Draft, type Step, stepAfter } from '../forms/draft.js';
import { parsePoint, reportsAlreadyOffered, withReportsOffered } from '../forms/location.js';
import type { FormFields } from '../http/form-fields.js';
import type { PausedFiling } from '../forms/paused-filing.js';

/** An unfinished filing after its location step. */
export interface FilingInProgress {
  draft: Draft;
  token: string;
  returning?: boolean;
}

/** Nearby reports to choose from, or the chosen one. */
export type NearbyReportsOutcome =
  { offer: PausedFiling & { reports: NearbyReport[] } } | { follow: PausedFiling & { number: string } };

/** After the location step: offers reports from nearby that can be followed instead of filing a new one. */
@Injectable()
export class NearbyReportsStep {
  constructor(@Inject(NearbyReports) private readonly reports: NearbyReports) {}

  /** @returns null when there is no report that was not offered before */
  async offer(
    { draft, token, returning = false }: FilingInProgress,
    language: UiLanguage,
  ): Promise<NearbyReportsOutcome | null> {
    const reports = await this.reports.find(
      {
        service: draft.service,
        point: parsePoint(draft),
        address: draft.address,
        except: reportsAlreadyOffered(draft),
      },
      language,
    );
    return reports.length > 0 ? { offer: { draft, token, returning, reports } } : null;
  }

  /**
   * Handles the page of nearby reports, or of a report opened from there.
   * @returns the next step when the filing continues
   */
  async submit(
    fields: FormFields,
    passing: FilingInProgress,
    language: UiLanguage,
  ): Promise<NearbyReportsOutcome | { to: Step; draft: Draft }> {
    const { draft, token, returning = false } = passing;
    const [go, what = ''] = fields.get('go').split(':');
    const onward = {
      to: returning ? ('check' as const) : stepAfter('place'),
      draft: withReportsOffered(draft, fields.all('offered')),
    };
    if (go === 'next') return onward;
    if (go === 'follow') return { follow: { draft, token, returning, number: what } };
    if (go === 'back' && fields.get('step') === 'nearby') return { to: 'place', draft };
    // Back from a report, or the language was switched.
    return (await this.offer(passing, language)) ?? onward;
  }
}
