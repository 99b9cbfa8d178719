import { Inject, Injectable } from '@nestjs/common';
import { smsSegments } from '#wasl/channels';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { directionOf, invalid, notFound, requireVersion, UI_LANGUAGES } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork } from '#wasl/platform';
import { checkTemplate } from './domain/check-template.js';
import { htmlBody, textBody } from './domain/mail-body.js';
import { exampleValues } from './domain/notices.js';
import { type PlaceholderName, type Placeholder, placeholder } from './domain/placeholders.js';
import { renderMail, renderText } from './domain/render-template.js';
import {
  NOTICES,
  TEMPLATE_RULES,
  type TemplateKind,
  type TemplateMedium,
  type TemplateRules,
  type TemplateText,
} from './domain/template-catalogue.js';
import { builtIn, MessageTemplates, nameOf } from './message-templates.service.js';

/** Identifies a template: kind, medium and language. */
export interface TemplateName {
  kind: TemplateKind;
  medium: TemplateMedium;
  language: string;
}

export interface PlaceholderView extends Pick<Placeholder, 'meaning' | 'example'> {
  name: PlaceholderName;
  /** whether it is also allowed in the subject */
  inSubject: boolean;
  required: boolean;
  mayBeEmpty: boolean;
}

export interface TemplateRecord extends TemplateName {
  /** null for languages without a built-in template */
  builtIn: TemplateText | null;
  override: TemplateText | null;
  /** the language of the current text, which differs where there is none in this one */
  saidIn: string;
  placeholders: PlaceholderView[];
  /** 0 while there is no override */
  version: number;
  updatedAt: string | null;
}

/** A notice rendered with example values. */
export interface TemplatePreview {
  subject: string | null;
  text: string;
  html: string | null;
  direction: 'rtl' | 'ltr';
  /** the number of SMS segments; null for a mail */
  segments: number | null;
}

interface Row {
  name: string;
  subject: string | null;
  body: string | null;
  version: number;
  updatedAt: Date;
}

const COLUMNS = `kind || '/' || medium || '/' || language AS name, subject, body, version, updated_at AS "updatedAt"`;

/** Manages the templates of automatic notices. */
@Injectable()
export class TemplateAdmin {
  private readonly languages: readonly string[];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(MessageTemplates) private readonly templates: MessageTemplates,
    @Inject(COUNTRY_PROFILE) country: CountryProfile,
  ) {
    this.languages = [...new Set([...country.languages, ...UI_LANGUAGES])];
  }

  /** Every notice by every medium in every language of the country. */
  async list(): Promise<TemplateRecord[]> {
    const rows = await this.database.query<Row>(`SELECT ${COLUMNS} FROM message_template`);
    const byName = new Map(rows.map((row) => [row.name, row]));
    const names = NOTICES.flatMap(({ kind, medium }) =>
      this.languages.map((language) => ({ kind, medium, language })),
    );
    return Promise.all(names.map((name) => this.recordOf(name, byName.get(keyOf(name)))));
  }

  /** @throws not_found `template.not_found` */
  async get(name: TemplateName): Promise<TemplateRecord> {
    this.rulesOf(name);
    const [row] = await this.database.query<Row>(
      `SELECT ${COLUMNS} FROM message_template WHERE kind = $1 AND medium = $2 AND language = $3`,
      [name.kind, name.medium, name.language],
    );
    return this.recordOf(name, row);
  }

  /** @throws invalid with every fault; stale */
  async override(
    name: TemplateName,
    text: TemplateText,
    version: number,
    actorId: string,
  ): Promise<TemplateRecord> {
    const words = this.validate(name, text);
    await this.unitOfWork.run(async (tx) => {
      const before = await lock(tx, name, version);
      await write(tx, name, words);
      const action = before.body === null ? 'config.created' : 'config.changed';
      const fields = (['subject', 'body'] as const).filter((field) => words[field] !== before[field]);
      tx.emit('audit.noted', {
        actorId,
        action,
        targetKind: 'template',
        targetId: keyOf(name),
        detail: { fields },
      });
    });
    return this.get(name);
  }

  /** Restores the built-in template. @throws not_found `template.not_overridden`; stale */
  async restore(name: TemplateName, version: number, actorId: string): Promise<void> {
    this.rulesOf(name);
    await this.unitOfWork.run(async (tx) => {
      const before = await lock(tx, name, version);
      if (before.body === null) throw notFound('template.not_overridden');
      await write(tx, name, { subject: null, body: null });
      tx.emit('audit.noted', {
        actorId,
        action: 'config.removed',
        targetKind: 'template',
        targetId: keyOf(name),
        detail: {},
      });
    });
  }

  /** @throws invalid with every fault */
  preview(name: TemplateName, text: TemplateText): TemplatePreview {
    const words = this.validate(name, text);
    const { medium, language } = name;
    const values = exampleValues(language);
    const direction = directionOf(language);
    if (medium === 'text') {
      const rendered = renderText(words.body, values, language);
      return { subject: null, text: rendered, html: null, direction, segments: smsSegments(rendered) };
    }
    const { subject, paragraphs } = renderMail(words, values);
    const [plain, html] = [textBody(paragraphs, language), htmlBody(paragraphs, language)];
    return { subject, text: plain, html, direction, segments: null };
  }

  /** Validates and normalizes a template. @throws not_found; invalid */
  validate(name: TemplateName, text: TemplateText): TemplateText {
    const rules = this.rulesOf(name);
    const words = { subject: text.subject, body: text.body.replace(/\r\n?/g, '\n') };
    const faults = checkTemplate(words, rules, name.medium);
    if (faults.length > 0) throw invalid(faults);
    return words;
  }

  private rulesOf({ kind, medium, language }: TemplateName): TemplateRules {
    const rules = Object.hasOwn(TEMPLATE_RULES, kind) ? TEMPLATE_RULES[kind][medium] : undefined;
    if (!rules || !this.languages.includes(language)) throw notFound('template.not_found');
    return rules;
  }

  private async recordOf(name: TemplateName, row: Row | undefined): Promise<TemplateRecord> {
    const { kind, medium, language } = name;
    const rules = this.rulesOf(name);
    return {
      kind,
      medium,
      language,
      builtIn: builtIn(kind, medium, language),
      override: row && row.body !== null ? { subject: row.subject, body: row.body } : null,
      saidIn: (await this.templates.find(kind, medium, language)).language,
      placeholders: rules.body.map((place) => shown(place, rules)),
      version: row?.version ?? 0,
      updatedAt: row?.updatedAt.toISOString() ?? null,
    };
  }
}

const keyOf = ({ kind, medium, language }: TemplateName) => nameOf(kind, medium, language);

function shown(name: PlaceholderName, rules: TemplateRules): PlaceholderView {
  const { meaning, example, mayBeEmpty = false } = placeholder(name);
  const [inSubject, required] = [rules.subject.includes(name), rules.required.includes(name)];
  return { name, meaning, example, inSubject, required, mayBeEmpty };
}

/** Locks its row, which is inserted when missing, so that of two first writers one sees the other. */
async function lock(tx: Tx, { kind, medium, language }: TemplateName, version: number): Promise<Row> {
  const key = [kind, medium, language];
  await tx.query(
    `INSERT INTO message_template (kind, medium, language, version, updated_at) VALUES ($1, $2, $3, 0, $4)
     ON CONFLICT DO NOTHING`,
    [...key, tx.now],
  );
  const [row] = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM message_template WHERE kind = $1 AND medium = $2 AND language = $3 FOR UPDATE`,
    key,
  );
  requireVersion(row!, version);
  return row!;
}

async function write(
  tx: Tx,
  { kind, medium, language }: TemplateName,
  { subject, body }: { subject: string | null; body: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE message_template SET subject = $4, body = $5, version = version + 1, updated_at = $6
      WHERE kind = $1 AND medium = $2 AND language = $3`,
    [kind, medium, language, subject, body, tx.now],
  );
}
