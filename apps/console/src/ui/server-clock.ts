/** The local clock may be wrong by minutes, so countdowns use the server's time from the Date header. */
let offset = 0;

/** The Date header has a resolution of one second, so smaller differences are ignored. */
const NOISE = 2_000;

export function noteServerDate(header: string | null, receivedAt = Date.now()): void {
  const date = header === null ? Number.NaN : Date.parse(header);
  if (Number.isNaN(date)) return;
  const difference = date + 500 - receivedAt;
  offset = Math.abs(difference) < NOISE ? 0 : difference;
}

export const serverNow = (): number => Date.now() + offset;

/** A moment of the local clock in the server's time. */
export const atServer = (localMs: number): number => localMs + offset;
