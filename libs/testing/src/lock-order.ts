import pg from 'pg';

/** In this order rows are locked in one transaction; see the rules in libs/README.md. */
export const LOCK_ORDER = ['ticket', 'presence', 'work', 'offer'] as const;
type RankedTable = (typeof LOCK_ORDER)[number];

export interface Lock {
  table: RankedTable;
  /** false with SKIP LOCKED, which cannot be part of a deadlock */
  waits: boolean;
}

const TABLES = LOCK_ORDER.join('|');
const WRITE = new RegExp(`\\b(?:UPDATE|DELETE\\s+FROM)\\s+(${TABLES})\\b`, 'gi');
const LOCKING_CLAUSE = /\bFOR\s+(?:NO\s+KEY\s+)?UPDATE\b(?:\s+OF\s+(\w+))?(\s+SKIP\s+LOCKED)?/gi;

/** The row locks that a statement takes, in the order of its text. */
export function locksOf(text: string): Lock[] {
  const found: (Lock & { at: number })[] = [];
  for (const match of text.matchAll(WRITE))
    found.push({ table: match[1]!.toLowerCase() as RankedTable, waits: true, at: match.index });
  for (const match of text.matchAll(LOCKING_CLAUSE)) {
    const [, alias, skips] = match;
    const select = text.slice(text.toUpperCase().lastIndexOf('SELECT', match.index), match.index);
    for (const [, name, given] of select.matchAll(
      new RegExp(`\\b(?:FROM|JOIN|,)\\s*(${TABLES})\\b(?:\\s+(?:AS\\s+)?(\\w+))?`, 'gi'),
    ))
      if (!alias || alias === given || alias === name)
        found.push({ table: name!.toLowerCase() as RankedTable, waits: !skips, at: match.index });
  }
  return found.sort((a, b) => a.at - b.at).map(({ table, waits }) => ({ table, waits }));
}

/** The locks of one transaction. A table that was locked before may be locked again: its turn has come already. */
export class LockedTables {
  private readonly held = new Set<RankedTable>();

  /** @returns what is wrong, or null */
  add({ table, waits }: Lock): string | null {
    const rank = LOCK_ORDER.indexOf(table);
    const later = LOCK_ORDER.find((other, n) => n > rank && this.held.has(other));
    const isWrong = waits && later !== undefined && !this.held.has(table);
    this.held.add(table);
    return isWrong ? `${table} is locked after ${later}` : null;
  }
}

/** Code that may lock out of order, because what it locks cannot meet the locks of another transaction. */
const EXCEPTIONS: { table: RankedTable; in: string }[] = [
  // The work item locked before is the call's own, which no transaction locks after a ticket.
  { table: 'ticket', in: 'Callbacks.createOrAppend' },
];
/** So that callers beyond several awaits are shown. */
const STACK_LINES = 40;

const violations = new Map<string, string>();
const locksByText = new Map<string, Lock[]>();
let isWatching = false;

/** Watches what this process sends to PostgreSQL, at the driver, so that every way to it is included. */
export function watchLockOrder(): void {
  if (isWatching) return;
  isWatching = true;
  const open = new WeakMap<object, LockedTables>();
  const { prototype } = pg.Client as unknown as { prototype: { query: (...args: unknown[]) => unknown } };
  const original = prototype.query;
  prototype.query = function (this: object, ...args: unknown[]) {
    const [config] = args;
    const text = typeof config === 'string' ? config : ((config as { text?: string } | null)?.text ?? '');
    if (/^\s*BEGIN\b/i.test(text)) open.set(this, new LockedTables());
    else if (/^\s*(COMMIT|ROLLBACK)\s*$/i.test(text)) open.delete(this);
    else note(text, open.get(this));
    return original.apply(this, args);
  };
}

/** @returns the violations since the last call, each once, with the code that caused it */
export function takeLockOrderViolations(): string[] {
  const found = [...violations].map(([what, stack]) => `${what}\n${stack}`);
  violations.clear();
  return found;
}

function note(text: string, transaction: LockedTables | undefined): void {
  if (!transaction) return;
  let locks = locksByText.get(text);
  if (!locks) locksByText.set(text, (locks = locksOf(text)));
  for (const lock of locks) {
    const wrong = transaction.add(lock);
    if (!wrong) continue;
    const callers = callersNow();
    if (EXCEPTIONS.some((known) => known.table === lock.table && callers.includes(` ${known.in} `))) continue;
    violations.set(`${wrong}: ${text.replace(/\s+/g, ' ').slice(0, 160)}`, callers);
  }
}

function callersNow(): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = STACK_LINES;
  const lines = (new Error().stack ?? '').split('\n');
  Error.stackTraceLimit = limit;
  return lines.filter((line) => /\/(libs|apps)\/(?!testing)/.test(line)).join('\n');
}
