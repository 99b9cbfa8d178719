import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { isUiLanguage } from '#wasl/kernel';
import { Database, BatchLoader } from '#wasl/platform';
import { BUILT_IN } from './domain/built-in-templates.js';
import { languageOrder } from './domain/language-order.js';
import type { TemplateKind, TemplateMedium, TemplateText } from './domain/template-catalogue.js';

/** The template of a notice, and its language. */
export interface FoundTemplate {
  language: string;
  template: TemplateText;
}

interface Overrides {
  revision: string;
  texts: ReadonlyMap<string, TemplateText>;
}

/**
 * The current templates. Overrides are cached; whether the cache is current is checked in the database each time,
 * batched for concurrent notices. So a notice whose event came after a change uses the new text, in every process.
 */
@Injectable()
export class MessageTemplates {
  private cached: Overrides = { revision: '', texts: new Map() };
  private readonly revision = new BatchLoader<'newest', string>(() => this.readRevision());

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** @param asked the preferred languages, best first */
  async find(kind: TemplateKind, medium: TemplateMedium, ...asked: string[]): Promise<FoundTemplate> {
    const { texts } = await this.currentOverrides();
    for (const language of languageOrder(asked, this.country.languages)) {
      const template = texts.get(nameOf(kind, medium, language)) ?? builtIn(kind, medium, language);
      if (template) return { language, template };
    }
    throw new Error(`There is no text for ${kind} by ${medium}`);
  }

  private async currentOverrides(): Promise<Overrides> {
    if ((await this.revision.load('newest')) === this.cached.revision) return this.cached;
    const rows = await this.database.query<{
      name: string;
      subject: string | null;
      body: string | null;
      version: number;
    }>(
      `SELECT kind || '/' || medium || '/' || language AS name, subject, body, version FROM message_template`,
    );
    this.cached = {
      revision: String(rows.reduce((sum, { version }) => sum + version, 0)),
      texts: new Map(
        rows.flatMap(({ name, subject, body }) =>
          body === null ? [] : [[name, { subject, body }] as const],
        ),
      ),
    };
    return this.cached;
  }

  /** Rows are never deleted and every change raises a version, so the sum of versions identifies the whole state. */
  private async readRevision(): Promise<Map<'newest', string>> {
    const [row] = await this.database.query<{ revision: string }>(
      'SELECT coalesce(sum(version), 0)::text AS revision FROM message_template',
    );
    return new Map([['newest', row!.revision]]);
  }
}

export const nameOf = (kind: TemplateKind, medium: TemplateMedium, language: string): string =>
  `${kind}/${medium}/${language}`;

export function builtIn(kind: TemplateKind, medium: TemplateMedium, language: string): TemplateText | null {
  return (isUiLanguage(language) && BUILT_IN[language][kind][medium]) || null;
}
