import { Inject, Injectable } from '@nestjs/common';
import type { Localized } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { type Dimension, NO_SERVICE } from '../domain/figures/breakdown.js';
import { CHANNEL_NAMES, NO_SERVICE_NAMES } from '../domain/figures/breakdown-texts.js';
import type { BreakdownRow } from './breakdown-report.reader.js';

export type NamedBreakdownRow = BreakdownRow & { name: Localized };

/** The names of the rows of a breakdown, including retired things. */
@Injectable()
export class BreakdownNames {
  constructor(@Inject(Database) private readonly database: Database) {}

  async withNames(by: Dimension, rows: readonly BreakdownRow[]): Promise<NamedBreakdownRow[]> {
    const keys = rows.map(({ key }) => key).filter((key) => key !== NO_SERVICE);
    const names = by === 'channel' ? new Map(Object.entries(CHANNEL_NAMES)) : await this.read(by, keys);
    return rows.map((row) => ({
      ...row,
      name: row.key === NO_SERVICE ? NO_SERVICE_NAMES : (names.get(row.key) ?? { ar: row.key, en: row.key }),
    }));
  }

  private async read(by: Exclude<Dimension, 'channel'>, keys: string[]): Promise<Map<string, Localized>> {
    const rows = await this.database.query<{ key: string; ar: string; en: string }>(NAMES[by], [keys]);
    return new Map(rows.map(({ key, ar, en }) => [key, { ar, en }]));
  }
}

const NAMES: Record<Exclude<Dimension, 'channel'>, string> = {
  queue: 'SELECT key, name_ar AS ar, name_en AS en FROM queue WHERE key = ANY($1)',
  entity: 'SELECT key, name_ar AS ar, name_en AS en FROM entity WHERE key = ANY($1)',
  service: 'SELECT code AS key, name_ar AS ar, name_en AS en FROM service WHERE code = ANY($1)',
  agent: 'SELECT id::text AS key, name AS ar, name AS en FROM staff WHERE id = ANY($1::uuid[])',
};
