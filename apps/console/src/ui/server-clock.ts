/** A desk's clock may be wrong by minutes; countdowns follow the server's, read off the Date header of its answers. */
let offset = 0;

/** The Date header has whole seconds, so smaller differences say nothing. */
const NOISE = 2_000;

export function noteServerDate(header: string | null, receivedAt = Date.now()): void {
  const date = header === null ? Number.NaN : Date.parse(header);
  if (Number.isNaN(date)) return;
  const difference = date + 500 - receivedAt;
  offset = Math.abs(difference) < NOISE ? 0 : difference;
}

export const serverNow = (): number => Date.now() + offset;
