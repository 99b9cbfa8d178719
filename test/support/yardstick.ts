/** What the work below takes on the machine the bounds were written for, undisturbed. */
const ORDINARY_MS = 110;
const LINE = 'A line of an ordinary letter, with =C3=A9 in it.\r\n';
const LETTER = Buffer.from(LINE.repeat(40_000), 'latin1');

/** Processor time of this process while `work` runs, in milliseconds, with the collecting of its garbage. */
export function processorMs<T>(work: () => T): { result: T; ms: number } {
  const began = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(began);
  return { result, ms: (user + system) / 1_000 };
}

/**
 * How many times slower than an ordinary machine this one is at this moment, never less than 1. A shared machine may give
 * a tenth of itself, and what was taken away is counted as used: a bound in milliseconds means nothing there.
 */
export function slowness(): number {
  const { ms } = processorMs(letterWork);
  return Math.max(1, ms / ORDINARY_MS);
}

/** Letters decoded, cut, joined and searched: memory and processor, as the reading of mail uses them. */
function letterWork(): number {
  const lines = LETTER.toString('latin1').split('\r\n');
  const decoded = lines.map((line) =>
    line.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );
  return Buffer.from(decoded.join('\n'), 'utf8').indexOf('nothing');
}
