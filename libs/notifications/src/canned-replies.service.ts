import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { type Localized, notFound } from '#wasl/kernel';
import { Database, portalUrl, SETTINGS, type RuntimeSettings } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';
import type { CannedText } from './domain/canned-reply.js';
import { languageOrder, nearestUiLanguage } from './domain/language-order.js';
import { renderText } from './domain/render-template.js';
import { LocalTimes } from './local-times.js';

/** A canned reply rendered for one ticket. */
export interface RenderedReply {
  key: string;
  title: Localized;
  /** the language of the text: the requester's, or the closest available */
  language: string;
  text: string;
}

interface Facts {
  number: string;
  subject: string;
  language: string;
  queueId: string;
  queueAr: string;
  queueEn: string;
  requesterName: string | null;
  dueAt: Date | null;
}

/** Renders the canned replies for a ticket, in its language. */
@Injectable()
export class CannedReplies {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LocalTimes) private readonly times: LocalTimes,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** @param number twelve digits @throws not_found `ticket.not_found` */
  async forTicket(number: string, agentName: string): Promise<RenderedReply[]> {
    const facts = await this.factsOf(number);
    const rows = await this.database.query<{ key: string; title: Localized; texts: CannedText[] }>(
      `SELECT key, json_build_object('ar', title_ar, 'en', title_en) AS title, texts FROM canned_reply
        WHERE active AND (queue_id IS NULL OR queue_id = $1) ORDER BY key LIMIT 500`,
      [facts.queueId],
    );
    return rows.map(({ key, title, texts }) => {
      const { language, text } = this.textFor(facts.language, texts);
      return { key, title, language, text: this.fill(text, language, facts, agentName) };
    });
  }

  private textFor(asked: string, texts: CannedText[]): CannedText {
    for (const language of languageOrder([asked], this.country.languages)) {
      const found = texts.find((text) => text.language === language);
      if (found) return found;
    }
    return texts[0]!;
  }

  private fill(text: string, language: string, facts: Facts, agentName: string): string {
    const number = formatTicketNumber(facts.number);
    const near = nearestUiLanguage(language);
    const values = {
      requesterName: facts.requesterName,
      ticketNumber: number,
      subject: facts.subject,
      agentName,
      queueName: near === 'ar' ? facts.queueAr : facts.queueEn,
      expectedBy: facts.dueAt && this.times.format(facts.dueAt, language),
      trackLink: `${portalUrl(this.settings)}/${near}/track/${number}`,
    };
    return renderText(text, values, language);
  }

  private async factsOf(number: string): Promise<Facts> {
    const [facts] = await this.database.query<Facts>(
      `SELECT t.number, t.subject, t.language, t.queue_id AS "queueId", q.name_ar AS "queueAr", q.name_en AS "queueEn",
              r.name AS "requesterName", t.resolution_due_at AS "dueAt"
         FROM ticket t JOIN queue q ON q.id = t.queue_id JOIN requester r ON r.id = t.requester_id
        WHERE t.number = $1`,
      [number],
    );
    if (!facts) throw notFound('ticket.not_found');
    return facts;
  }
}
