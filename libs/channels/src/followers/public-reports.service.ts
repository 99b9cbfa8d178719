import { Inject, Injectable } from '@nestjs/common';
import type { TicketStatus } from '#wasl/contracts';
import { type UiLanguage } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import {
  formatTicketNumber,
  isSettled,
  parseTicketNumber,
  PublicTickets,
  type TimelineEntry,
} from '#wasl/tickets';
import { PUBLIC_REQUESTS } from '../open311/public-requests.service.js';
import { countFollowers } from './follow-reports.service.js';

/** A public step in the timeline of a report. */
export type ReportStep = Exclude<TimelineEntry['what'], 'reply' | 'your_message'>;

/** A public report: its progress, without anybody's words. */
export interface PublicReport {
  /** grouped */
  number: string;
  serviceName: string;
  address: string | null;
  status: TicketStatus;
  expectedAt: string | null;
  timeline: { at: string; what: ReportStep }[];
  followers: number;
  /** further notices can follow */
  goesOn: boolean;
}

interface Row {
  id: string;
  name: string;
  address: string | null;
}

/** One public report. The same rules as for the Open311 interface decide what is public, and less of it is shown. */
@Injectable()
export class PublicReports {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PublicTickets) private readonly tickets: PublicTickets,
  ) {}

  /** A merged report shows the ticket it was merged into. @returns null when it is not public */
  async get(numberText: string, language: UiLanguage): Promise<PublicReport | null> {
    const number = parseTicketNumber(numberText);
    const [row] = await this.database.query<Row>(
      `SELECT t.id, v.${language === 'ar' ? 'name_ar' : 'name_en'} AS name, t.address
         FROM ${PUBLIC_REQUESTS} WHERE t.number = $1`,
      [number],
    );
    if (!row || !number) return null;
    const { status, expectedAt, timeline } = await this.tickets.track(number);
    return {
      number: formatTicketNumber(number),
      serviceName: row.name,
      address: row.address,
      status,
      expectedAt,
      timeline: timeline.flatMap(({ at, what }) => (isStep(what) ? [{ at, what }] : [])),
      followers: (await countFollowers(this.database, [row.id])).get(row.id) ?? 0,
      goesOn: !isSettled(status),
    };
  }
}

const isStep = (what: TimelineEntry['what']): what is ReportStep =>
  what !== 'reply' && what !== 'your_message';
