import type { Load } from './loads.js';
import { BACKGROUND, type Used } from './processors.js';
import type { Counted } from './statements.js';
import { stepOfStatement, STEPS } from './steps.js';

const DEAREST = 15;
const LONGEST_TEXT = 90;

export interface Measured {
  load: Load;
  contacts: number;
  /** contacts a second */
  rate: number;
  floor: { rate: number; used: Used };
  /** milliseconds of processor for one contact */
  used: Used;
  /** by program and step */
  shares: Map<string, Map<string, number>>;
  /** for one contact */
  statements: Counted[];
}

/** One row for each step, one column for each process; in Markdown. */
export function costTable({ load, contacts, rate, floor, used, shares, statements }: Measured): void {
  const programs = load.programs;
  const rows = new Map(STEPS.map((step) => [step as string, emptyRow(programs.length)]));
  for (const [n, program] of programs.entries())
    for (const [step, share] of shares.get(program) ?? [])
      rows.get(step)!.programs[n] = share * (used.get(program) ?? 0);
  for (const { text, calls, walBytes } of statements) {
    const row = rows.get(stepOfStatement(text))!;
    row.statements += calls;
    row.walBytes += walBytes;
  }
  for (const [step, ms] of postgresBySteps(used, statements)) rows.get(step)!.postgres += ms;
  const total = [...used].reduce((sum, [, ms]) => sum + ms, 0);
  const floorMs = [...floor.used].reduce((sum, [name, ms]) => sum + (isPostgres(name) ? ms : 0), 0);
  print(`## ${load.name}: ${total.toFixed(1)} ms of processor (to reach ${load.toReach})`);
  print('');
  print(
    `| step | ${programs.map((name) => `${name} ms`).join(' | ')} | PostgreSQL ms | statements | kB of log |`,
  );
  print(`| --- | ${programs.map(() => '---:').join(' | ')} | ---: | ---: | ---: |`);
  for (const [step, row] of rows) if (!isEmpty(row)) print(asLine(step, row));
  const background = { ...emptyRow(programs.length), postgres: used.get(BACKGROUND) ?? 0 };
  print(asLine(BACKGROUND, background));
  print(asLine('**all**', sumOf([...rows.values(), background], programs.length)));
  const reference = { ...emptyRow(programs.length), postgres: floorMs, statements: 4 };
  print(asLine('floor: one transaction of two rows', reference));
  print('');
  const others = [...used].filter(([name]) => !isPostgres(name) && !programs.includes(name));
  print(
    `${contacts} contacts, ${rate.toFixed(0)}/s, ${(rate / floor.rate).toFixed(3)} of the floor (${floor.rate.toFixed(0)}/s); ` +
      `by process: ${[...used].map(([name, ms]) => `${name} ${ms.toFixed(2)}`).join(', ')}` +
      (others.length > 0 ? `; not in the table: ${others.map(([name]) => name).join(', ')}` : ''),
  );
  print('');
}

export function dearestStatements(statements: Counted[]): void {
  print('| statement | step | of a contact | ms | of that planning | rows | kB of log |');
  print('| --- | --- | ---: | ---: | ---: | ---: | ---: |');
  for (const { text, calls, ms, planMs, rows, walBytes } of statements.slice(0, DEAREST)) {
    const shown = text.slice(0, LONGEST_TEXT).replaceAll('|', '\\|');
    print(
      `| \`${shown}\` | ${stepOfStatement(text)} | ${calls.toFixed(2)} | ${ms.toFixed(3)} | ${planMs.toFixed(3)} | ${rows.toFixed(2)} | ${kB(walBytes)} |`,
    );
  }
  print('');
}

interface Row {
  programs: number[];
  postgres: number;
  statements: number;
  walBytes: number;
}

/**
 * What served the job queues and the live messages is known by process; the rest is divided by the time of the statements
 * of the other steps.
 */
function postgresBySteps(used: Used, statements: Counted[]): Map<string, number> {
  const known: Record<string, string> = {
    'PostgreSQL for wasl-jobs': 'job queues',
    'PostgreSQL for wasl-live': 'live',
  };
  const steps = new Map<string, number>();
  const add = (step: string, ms: number) => steps.set(step, (steps.get(step) ?? 0) + ms);
  let rest = 0;
  for (const [name, ms] of used) {
    if (!isPostgres(name) || name === BACKGROUND) continue;
    const step = /^PostgreSQL for (wasl-|others$)/.test(name) ? known[name] : 'job queues';
    if (step) add(step, ms);
    else rest += ms;
  }
  const divided = statements.filter(({ text }) => stepOfStatement(text) !== 'job queues');
  const time = divided.reduce((sum, { ms }) => sum + ms, 0);
  for (const { text, ms } of divided) add(stepOfStatement(text), (rest * ms) / time);
  return steps;
}

const isPostgres = (name: string) => name.includes('PostgreSQL');

const emptyRow = (programs: number): Row => ({
  programs: Array.from({ length: programs }, () => 0),
  postgres: 0,
  statements: 0,
  walBytes: 0,
});

const isEmpty = ({ programs, postgres, statements }: Row) =>
  postgres < 0.005 && statements < 0.005 && programs.every((ms) => ms < 0.005);

function sumOf(rows: Row[], programs: number): Row {
  const sum = emptyRow(programs);
  for (const row of rows) {
    row.programs.forEach((ms, n) => (sum.programs[n]! += ms));
    sum.postgres += row.postgres;
    sum.statements += row.statements;
    sum.walBytes += row.walBytes;
  }
  return sum;
}

const asLine = (step: string, { programs, postgres, statements, walBytes }: Row) =>
  `| ${step} | ${programs.map((ms) => ms.toFixed(2)).join(' | ')} | ${postgres.toFixed(2)} | ${statements.toFixed(1)} | ${kB(walBytes)} |`;

const kB = (bytes: number) => (bytes / 1_000).toFixed(1);

const print = (line: string) => void process.stdout.write(`${line}\n`);
