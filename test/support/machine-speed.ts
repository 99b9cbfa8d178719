/** CPU time of the reference work on the machine for which the limits were chosen, when idle. */
const REFERENCE_MS = 110;
const LINE = 'A line of an ordinary letter, with =C3=A9 in it.\r\n';
const LETTER = Buffer.from(LINE.repeat(40_000), 'latin1');

/** CPU time of this process while `work` runs, in milliseconds, including garbage collection. */
export function cpuMs<T>(work: () => T): { result: T; ms: number } {
  const began = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(began);
  return { result, ms: (user + system) / 1_000 };
}

/**
 * How many times slower than the reference machine this one is now, at least 1. A shared machine may give
 * a tenth of a CPU and count stolen time as used, so absolute limits in milliseconds are useless there.
 */
export function slowdownFactor(): number {
  const { ms } = cpuMs(letterWork);
  return Math.max(1, ms / REFERENCE_MS);
}

/** Reference work similar to parsing mail: decode, split, join and search text. */
function letterWork(): number {
  const lines = LETTER.toString('latin1').split('\r\n');
  const decoded = lines.map((line) =>
    line.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );
  return Buffer.from(decoded.join('\n'), 'utf8').indexOf('nothing');
}
