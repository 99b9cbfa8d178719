import { ENTITY_KINDS } from '#wasl/contracts';
import type { Row } from '../api/admin-api.js';

/** How one field of a row is shown and filled in. */
export type Field = {
  name: string;
  /** only set on creation; other rows refer to it afterwards */
  once?: true;
  /** also shown as a column of the list */
  shown?: true;
  optional?: true;
  /** optional, and clearing it is a change of its own */
  clearable?: true;
  /** a text of `admin` that explains the field */
  hint?: 'keyHint' | 'retireHint' | 'restrictedHint';
} & (
  | { kind: 'key' | 'text' | 'localized' | 'numbers' | 'names' | 'flag' }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'reference'; to: 'entities' | 'queues'; by: string }
  | { kind: 'references'; to: 'queues'; by: string }
);

/** One administered list: its path, its fields and its unique key. */
export interface Catalogue {
  path: string;
  fields: readonly Field[];
  /** the path of one row, below that of the list */
  address: (row: Row) => string;
  /** whether an update needs If-Match with the version last seen */
  versioned: boolean;
}

const NAME = { name: 'name', kind: 'localized', shown: true } as const;
const KEY = { name: 'key', kind: 'key', once: true, shown: true, hint: 'keyHint' } as const;
const POSITION = { name: 'position', kind: 'number', min: 0, max: 1_000, optional: true } as const;
const ACTIVE = { name: 'active', kind: 'flag', shown: true, hint: 'retireHint' } as const;
const MINUTES = { kind: 'number', min: 1, max: 1_000_000, optional: true } as const;
const CLEARABLE = { optional: true, clearable: true } as const;
const byKey = (row: Row) => String(row.key);

export const CATALOGUES = {
  queues: {
    path: '/api/v1/admin/queues',
    fields: [
      KEY,
      NAME,
      { name: 'pool', kind: 'text', optional: true },
      { name: 'thresholdSeconds', kind: 'number', min: 1, max: 86_400, shown: true, optional: true },
      { name: 'offerSeconds', kind: 'number', min: 5, max: 600, optional: true },
      { name: 'wrapUpSeconds', kind: 'number', min: 0, max: 3_600, optional: true },
      { name: 'dialNumbers', kind: 'numbers', shown: true, optional: true },
      POSITION,
      ACTIVE,
    ],
    address: byKey,
    versioned: true,
  },
  skills: {
    path: '/api/v1/admin/skills',
    fields: [KEY, NAME, { name: 'kind', kind: 'choice', choices: ['language', 'topic'], shown: true }],
    address: byKey,
    versioned: false,
  },
  reasons: {
    path: '/api/v1/admin/reasons',
    fields: [
      { name: 'use', kind: 'choice', choices: ['not_ready', 'decline', 'wrap_up'], once: true, shown: true },
      KEY,
      NAME,
      POSITION,
      ACTIVE,
    ],
    address: (row) => `${String(row.use)}/${String(row.key)}`,
    versioned: true,
  },
  services: {
    path: '/api/v1/admin/services',
    fields: [
      { name: 'code', kind: 'key', once: true, shown: true, hint: 'keyHint' },
      NAME,
      { name: 'entity', kind: 'reference', to: 'entities', by: 'key', shown: true },
      { name: 'queue', kind: 'reference', to: 'queues', by: 'key', shown: true },
      { name: 'description', kind: 'localized', optional: true },
      {
        name: 'kind',
        kind: 'choice',
        choices: ['enquiry', 'complaint', 'suggestion', 'request', 'report'],
        optional: true,
      },
      { name: 'firstResponseMinutes', ...MINUTES },
      { name: 'resolutionMinutes', ...MINUTES },
      POSITION,
      { name: 'restricted', kind: 'flag', optional: true, hint: 'restrictedHint' },
      { name: 'readerGroups', kind: 'names', optional: true },
      ACTIVE,
    ],
    address: (row) => String(row.code),
    versioned: true,
  },
  entities: {
    path: '/api/v1/admin/entities',
    fields: [
      KEY,
      NAME,
      { name: 'kind', kind: 'choice', choices: ENTITY_KINDS, shown: true },
      { name: 'parent', kind: 'reference', to: 'entities', by: 'key', shown: true, ...CLEARABLE },
      { name: 'phone', kind: 'text', ...CLEARABLE },
      { name: 'email', kind: 'text', ...CLEARABLE },
      { name: 'address', kind: 'text', ...CLEARABLE },
      { name: 'calendar', kind: 'text', ...CLEARABLE },
      ACTIVE,
    ],
    address: byKey,
    versioned: true,
  },
  centres: {
    path: '/api/v1/admin/centres',
    fields: [
      KEY,
      NAME,
      { name: 'address', kind: 'localized', optional: true },
      { name: 'letter', kind: 'text', shown: true },
      { name: 'queues', kind: 'references', to: 'queues', by: 'key', shown: true },
      { name: 'desks', kind: 'numbers', shown: true },
      { name: 'calendar', kind: 'text', optional: true, clearable: true },
      ACTIVE,
    ],
    address: byKey,
    versioned: true,
  },
} as const satisfies Record<string, Catalogue>;
export type CatalogueName = keyof typeof CATALOGUES;

const EMPTY: Record<Exclude<Field['kind'], 'flag'>, unknown> = {
  key: '',
  text: '',
  localized: { ar: '', en: '' },
  numbers: [],
  names: [],
  number: '',
  choice: null,
  reference: null,
  references: [],
};

/** What a field holds before anything is entered. A new row is in use; whatever else can be switched on is off. */
export const emptyValue = ({ kind, name }: Field): unknown =>
  kind === 'flag' ? name === 'active' : EMPTY[kind];

/** The request body: all filled fields of a new row, or only the changed ones; empty optional fields are omitted. */
export function bodyOf(fields: readonly Field[], form: Row, before: Row | null): Row {
  const wanted = fields.filter(({ name, once, kind }) =>
    before ? !once : !(kind === 'flag' && name === 'active'),
  );
  const entries = wanted
    .map(({ name, optional, clearable }) => [name, form[name], optional && !(before && clearable)] as const)
    .filter(([, value, leftOut]) => !(leftOut && isEmpty(value)))
    .filter(([name, value]) => !before || JSON.stringify(value ?? '') !== JSON.stringify(before[name] ?? ''));
  return Object.fromEntries(entries.map(([name, value]) => [name, value]));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return (
    typeof value === 'object' && !Array.isArray(value) && Object.values(value).every((text) => text === '')
  );
}
