// Evaluates the output of `npm audit --json`. Pure, so that it can be tested without a registry.
const SERIOUS = ['high', 'critical'];

/**
 * @param {string} text JSON of exceptions
 * @returns {{id: string, reason: string, until: string}[]}
 * @throws {Error} when one of them has no reason or no end
 */
export function readExceptions(text) {
  const exceptions = JSON.parse(text);
  for (const { id, reason, until } of exceptions) {
    if (!id || !reason?.trim() || !/^\d{4}-\d\d-\d\d$/.test(until ?? ''))
      throw new Error(
        `advisory-exceptions.json: ${id ?? 'an entry'} needs an id, a reason and an end (until: YYYY-MM-DD)`,
      );
  }
  return exceptions;
}

/**
 * @param {string} output of `npm audit --json`
 * @param {{id: string, reason: string, until: string}[]} exceptions
 * @param {Date} now
 * @returns {{lines: string[], code: number}}
 */
export function judge(output, exceptions, now) {
  const report = parse(output);
  if (!report?.vulnerabilities) {
    const why = report?.message ?? report?.error?.summary ?? 'it gave no answer that could be read';
    return { lines: [`SKIPPED: the registry offers no advisories (${why})`], code: 0 };
  }
  const today = now.toISOString().slice(0, 10);
  const found = advisoriesOf(report).filter(({ severity }) => SERIOUS.includes(severity));
  const lines = found.map((advisory) => {
    const exception = exceptions.find(({ id }) => advisory.url.endsWith(`/${id}`));
    if (!exception) return { bad: true, text: `FAIL ${say(advisory)}` };
    const isOver = exception.until < today;
    const text = `${say(advisory)}: ${exception.reason} (until ${exception.until})`;
    return { bad: isOver, text: isOver ? `FAIL exception is over: ${text}` : `excused ${text}` };
  });
  const failed = lines.filter(({ bad }) => bad).length;
  const summary = `${found.length} high or critical, ${failed} not excused`;
  return { lines: [...lines.map(({ text }) => text), summary], code: failed > 0 ? 1 : 0 };
}

function parse(output) {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}

/** Each advisory once. A package that is vulnerable only through another one names that package instead. */
function advisoriesOf(report) {
  const all = Object.values(report.vulnerabilities).flatMap(({ via }) =>
    via.filter((one) => typeof one === 'object'),
  );
  return [...new Map(all.map((one) => [one.url, one])).values()];
}

const say = ({ name, severity, title, url }) => `${severity} ${name}: ${title} ${url}`;
