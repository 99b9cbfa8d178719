import type { ShiftDraft } from '../../api/routing-api.js';
import { addDays, momentOf } from '../../i18n/zoned-time.js';

export const ROSTER_COLUMNS = ['agent', 'date', 'from', 'to', 'state', 'reason'] as const;
type Column = (typeof ROSTER_COLUMNS)[number];

export interface RosterLine {
  /** line number in the file, from 1 */
  line: number;
  shift: ShiftDraft;
}
export interface LineFault {
  line: number;
  code: 'columns' | 'agent' | 'date' | 'time' | 'state';
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^([01]?\d|2[0-4]):[0-5]\d$/;
const STATES = ['available', 'not_ready'];

/**
 * Shifts from a CSV file: `agent,date,from,to` and optionally `state,reason`; the first line names the columns, in any
 * order. A shift whose end is not after its start ends on the next day.
 */
export function readRoster(text: string, zone: string): { lines: RosterLine[]; faults: LineFault[] } {
  const [head, ...rows] = rowsOf(text.replace(/^\uFEFF/, ''));
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  const missing = (['agent', 'date', 'from', 'to'] as const).some((name) => !names.includes(name));
  if (missing) return { lines: [], faults: [{ line: 1, code: 'columns' }] };
  const lines: RosterLine[] = [];
  const faults: LineFault[] = [];
  for (const { line, cells } of rows) {
    const of = (name: Column) => asciiDigits((cells[names.indexOf(name)] ?? '').trim());
    const code = faultOf(of);
    if (code) faults.push({ line, code });
    else lines.push({ line, shift: shiftOf(of, zone) });
  }
  return { lines, faults };
}

function faultOf(of: (name: Column) => string): LineFault['code'] | null {
  if (of('agent') === '') return 'agent';
  if (!DATE.test(of('date')) || Number.isNaN(Date.parse(of('date')))) return 'date';
  if (!TIME.test(of('from')) || !TIME.test(of('to'))) return 'time';
  return of('state') === '' || STATES.includes(of('state')) ? null : 'state';
}

function shiftOf(of: (name: Column) => string, zone: string): ShiftDraft {
  const [from, to] = [of('from').padStart(5, '0'), of('to').padStart(5, '0')];
  const last = to <= from ? addDays(of('date'), 1) : of('date');
  const [state, reason] = [of('state'), of('reason')];
  return {
    agent: of('agent'),
    from: momentOf(of('date'), from, zone),
    to: momentOf(last, to, zone),
    ...(state && { state: state as 'available' | 'not_ready' }),
    ...(reason && { reason }),
  };
}

/** Splits lines into cells: comma, semicolon or tab as separator, with quotes where needed. */
function rowsOf(text: string): { line: number; cells: string[] }[] {
  const separator = /[;\t]/.exec(text.split('\n', 1)[0] ?? '')?.[0] ?? ',';
  return text
    .split(/\r?\n/)
    .map((row, n) => ({ line: n + 1, cells: cellsOf(row, separator) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function cellsOf(row: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < row.length; i++) {
    const sign = row[i]!;
    if (sign === '"' && isQuoted && row[i + 1] === '"') cell += row[i++];
    else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}

const asciiDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
