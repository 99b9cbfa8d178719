import { DateTime } from 'luxon';
import { type FieldFault, invalid } from '#wasl/kernel';

/** The limits of the specification for one response, whichever is smaller. */
export const MAX_DAYS = 90;
export const MAX_ROWS = 1_000;
const MAX_PAGES = 1_000;
const MAX_IDS = 200;

export interface SearchWindow {
  from: Date;
  to: Date;
  limit: number;
  offset: number;
}
export interface RequestSearch extends SearchWindow {
  /** as given; overrides everything else */
  ids: string[] | null;
  serviceCodes: string[] | null;
  /** null for both */
  status: 'open' | 'closed' | null;
  extensions: boolean;
}

type Query = Readonly<Record<string, unknown>>;

/** @throws invalid, naming every parameter that cannot be read */
export function readRequestSearch(query: Query, now: Date): RequestSearch {
  const faults: FieldFault[] = [];
  const window = readWindow(query, now, faults);
  const statuses = listParameter(query, 'status', faults)?.map((status) => status.toLowerCase()) ?? [];
  if (statuses.some((status) => status !== 'open' && status !== 'closed')) {
    faults.push({ path: 'status', code: 'choice' });
  }
  const search = {
    ...window,
    ids: listParameter(query, 'service_request_id', faults),
    serviceCodes: listParameter(query, 'service_code', faults),
    status: new Set(statuses).size === 1 ? (statuses[0] as 'open' | 'closed') : null,
    extensions: text(query, 'extensions', faults) === 'true',
  };
  if (faults.length > 0) throw invalid(faults);
  return search;
}

/** The same for updates. @throws invalid */
export function readUpdateSearch(query: Query, now: Date): SearchWindow {
  const faults: FieldFault[] = [];
  const window = readWindow(query, now, faults);
  if (faults.length > 0) throw invalid(faults);
  return window;
}

/**
 * At most ninety days that end now or at `end_date`. A longer range is cut at its start, because the newest is what
 * people look for; a start alone covers ninety days from it, at most until now.
 */
function readWindow(query: Query, now: Date, faults: FieldFault[]): SearchWindow {
  const start = dateParameter(query, 'start_date', faults);
  // Responses give whole seconds, so an end time copied from a response includes its whole second.
  const end = dateParameter(query, 'end_date', faults)?.plus({ milliseconds: 999 }) ?? null;
  if (start && end && start > end) faults.push({ path: 'end_date', code: 'order' });
  const page = integerParameter(query, 'page', 1, MAX_PAGES, faults) ?? 1;
  const limit = integerParameter(query, 'page_size', 1, MAX_ROWS, faults) ?? MAX_ROWS;
  const to = earlier(end ?? start?.plus({ days: MAX_DAYS }) ?? null, now);
  const earliest = to.minus({ days: MAX_DAYS });
  const from = start && start > earliest ? start : earliest;
  return { from: from.toJSDate(), to: to.toJSDate(), limit, offset: (page - 1) * limit };
}

function earlier(end: DateTime | null, now: Date): DateTime {
  const latest = DateTime.fromJSDate(now, { zone: 'utc' });
  return end && end < latest ? end : latest;
}

/** W3C date and time. A plus sign that was not encoded arrives as a space. */
const W3C = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d))?$/;

export function parseDateTime(given: string): DateTime | null {
  const value = given.replace(/ (?=\d\d:?\d\d$)/, '+');
  if (!W3C.test(value)) return null;
  const at = DateTime.fromISO(value, { zone: 'utc' });
  return at.isValid ? at : null;
}

function dateParameter(query: Query, name: string, faults: FieldFault[]): DateTime | null {
  const given = text(query, name, faults);
  if (given === null) return null;
  const at = parseDateTime(given);
  if (!at) faults.push({ path: name, code: 'date' });
  return at;
}

function integerParameter(
  query: Query,
  name: string,
  min: number,
  max: number,
  faults: FieldFault[],
): number | null {
  const given = text(query, name, faults);
  if (given === null) return null;
  const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  if (value >= min && value <= max) return value;
  // A page size above the limit is not an error; the limit is used.
  if (name === 'page_size' && value > max) return max;
  faults.push({ path: name, code: 'integer' });
  return null;
}

/** Separated by commas, or given several times. */
function listParameter(query: Query, name: string, faults: FieldFault[]): string[] | null {
  const given = query[name];
  const parts = (Array.isArray(given) ? given : [given]).flatMap((part) =>
    typeof part === 'string' ? part.split(',') : part === undefined ? [] : [null],
  );
  if (parts.includes(null) || parts.length > MAX_IDS) {
    faults.push({ path: name, code: parts.length > MAX_IDS ? 'too_many' : 'string' });
    return null;
  }
  const values = (parts as string[]).map((part) => part.trim()).filter((part) => part !== '');
  return values.length > 0 ? values : null;
}

/** An empty parameter counts as not given. */
function text(query: Query, name: string, faults: FieldFault[]): string | null {
  const given = query[name];
  if (given === undefined || given === '') return null;
  if (typeof given === 'string') return given.trim();
  faults.push({ path: name, code: 'string' });
  return null;
}
