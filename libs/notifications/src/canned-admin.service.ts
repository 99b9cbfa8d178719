import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import {
  conflict,
  directionOf,
  invalid,
  invalidField,
  type Localized,
  notFound,
  type Page,
  type PageRequest,
  requireVersion,
  UI_LANGUAGES,
} from '#wasl/kernel';
import { Database, pageByKey, type Tx, UnitOfWork } from '#wasl/platform';
import { CANNED_PLACEHOLDERS, type CannedText, checkCannedTexts } from './domain/canned-reply.js';
import { exampleValues } from './domain/notices.js';
import { type PlaceholderName, type Placeholder, placeholder } from './domain/placeholders.js';
import { renderText } from './domain/render-template.js';

export interface CannedDraft {
  key: string;
  title: Localized;
  /** key of the queue it is limited to; null for all */
  queue: string | null;
  texts: CannedText[];
  active: boolean;
}
export type CannedRecord = CannedDraft & { version: number };

/** The placeholders and languages available for canned replies. */
export interface CannedPlaceholders {
  languages: string[];
  placeholders: ({ name: PlaceholderName; mayBeEmpty: boolean } & Pick<Placeholder, 'meaning' | 'example'>)[];
}

const SELECT = `SELECT c.key, json_build_object('ar', c.title_ar, 'en', c.title_en) AS title, q.key AS queue, c.texts,
       c.active, c.version FROM canned_reply c LEFT JOIN queue q ON q.id = c.queue_id`;

/** Manages canned replies. */
@Injectable()
export class CannedAdmin {
  private readonly languages: string[];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(COUNTRY_PROFILE) country: CountryProfile,
  ) {
    this.languages = [...new Set([...country.languages, ...UI_LANGUAGES])];
  }

  /** Including retired ones, by key. */
  async list(page: PageRequest): Promise<Page<CannedRecord>> {
    return pageByKey<CannedRecord>(this.database, page, SELECT, 'c.key', (row) => row.key);
  }

  /** @throws not_found `canned_reply.not_found` */
  get(key: string): Promise<CannedRecord> {
    return read(this.database, key);
  }

  placeholders(): CannedPlaceholders {
    const placeholders = CANNED_PLACEHOLDERS.map((name) => {
      const { meaning, example, mayBeEmpty = false } = placeholder(name);
      return { name, meaning, example, mayBeEmpty };
    });
    return { languages: this.languages, placeholders };
  }

  /** @throws invalid with every fault; conflict `canned_reply.exists` */
  async create(draft: CannedDraft, actorId: string): Promise<CannedRecord> {
    const columns = this.columnsOf(draft);
    return this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query(
        `INSERT INTO canned_reply (key, title_ar, title_en, queue_id, texts, active) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING RETURNING key`,
        await columns(tx),
      );
      if (!row) throw conflict('canned_reply.exists');
      note(tx, actorId, draft.key, 'config.created');
      return read(tx, draft.key);
    });
  }

  /** Changes what is given; `active: false` retires it. @throws stale; invalid */
  async change(
    key: string,
    patch: Partial<Omit<CannedDraft, 'key'>>,
    version: number,
    actorId: string,
  ): Promise<CannedRecord> {
    return this.unitOfWork.run(async (tx) => {
      await tx.query('SELECT 1 FROM canned_reply WHERE key = $1 FOR UPDATE', [key]);
      const before = await read(tx, key);
      requireVersion(before, version);
      const draft = { ...before, ...patch };
      await tx.query(
        `UPDATE canned_reply SET title_ar = $2, title_en = $3, queue_id = $4, texts = $5, active = $6,
                version = version + 1 WHERE key = $1`,
        await this.columnsOf(draft)(tx),
      );
      const retired = before.active && !draft.active;
      note(tx, actorId, key, retired ? 'config.retired' : 'config.changed', Object.keys(patch).sort());
      return read(tx, key);
    });
  }

  /** Renders a text with example values. @throws invalid */
  preview(text: CannedText): { text: string; direction: 'rtl' | 'ltr' } {
    const words = normalised(text);
    const faults = checkCannedTexts([words], this.languages);
    if (faults.length > 0)
      throw invalid(faults.map((fault) => ({ ...fault, path: fault.path.replace('texts.0.', '') })));
    const { language } = words;
    return {
      text: renderText(words.text, exampleValues(language), language),
      direction: directionOf(language),
    };
  }

  private columnsOf(draft: CannedDraft): (tx: Tx) => Promise<unknown[]> {
    const texts = draft.texts.map(normalised);
    const faults = checkCannedTexts(texts, this.languages);
    if (faults.length > 0) throw invalid(faults);
    return async (tx) => [
      draft.key,
      draft.title.ar,
      draft.title.en,
      draft.queue && (await queueId(tx, draft.queue)),
      JSON.stringify(texts),
      draft.active,
    ];
  }
}

const normalised = ({ language, text }: CannedText): CannedText => ({
  language,
  text: text.replace(/\r\n?/g, '\n'),
});

async function read(db: Pick<Tx, 'query'>, key: string): Promise<CannedRecord> {
  const [row] = await db.query<CannedRecord>(`${SELECT} WHERE c.key = $1`, [key]);
  if (!row) throw notFound('canned_reply.not_found');
  return row;
}

async function queueId(tx: Tx, key: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>('SELECT id FROM queue WHERE key = $1', [key]);
  if (!row) throw invalidField('queue', 'not_found');
  return row.id;
}

function note(
  tx: Tx,
  actorId: string,
  key: string,
  action: 'config.created' | 'config.changed' | 'config.retired',
  fields: string[] = [],
): void {
  tx.emit('audit.noted', {
    actorId,
    action,
    targetKind: 'template',
    targetId: `canned/${key}`,
    detail: { fields },
  });
}
