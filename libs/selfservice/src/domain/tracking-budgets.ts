import type { Budget, BudgetPolicy } from '#wasl/platform';

/** Who tries a tracking code. */
export interface TrackingCaller {
  /** address, or /64 */
  source: string;
  /** the device's id, when this ticket was opened on it before */
  deviceId: string | null;
}

const MINUTE = 60;
const HOUR = 3_600;

/** One device, or one source, at one ticket. */
const OWN: BudgetPolicy = {
  free: 10,
  delaysSeconds: [MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE],
  forgetSeconds: 3 * HOUR,
};
/** One source at all tickets; a mobile network may have a whole town behind one address. */
const SOURCE: BudgetPolicy = { free: 100, delaysSeconds: [30, MINUTE], forgetSeconds: 2 * HOUR };
/**
 * All who never opened the ticket, together. A code has forty bits: a thousand tries a day for ten years find one in
 * three hundred thousand. It takes thirty sources to use this up, and shuts out only whoever has a new device.
 */
const TICKET: BudgetPolicy = { free: 300, delaysSeconds: [MINUTE], forgetSeconds: 6 * HOUR };

/** What a try at the code of `number` is charged to; whoever opened it here before is not counted with the others. */
export function trackingBudgets(number: string, { source, deviceId }: TrackingCaller): Budget[] {
  if (deviceId) return [{ key: ['track-device', number, deviceId], policy: OWN, onSuccess: 'clear' }];
  return [
    { key: ['track-source', source], policy: SOURCE, onSuccess: 'refund' },
    { key: ['track', number, source], policy: OWN, onSuccess: 'clear' },
    { key: ['track-ticket', number], policy: TICKET, onSuccess: 'refund' },
  ];
}

/** Codes sent again: for one ticket to one address, by whomever they are asked for. Nothing gives these back. */
export function codeRequestBudgets(number: string, address: string, source: string): Budget[] {
  return [
    { key: ['code-source', source], policy: SOURCE, onSuccess: 'refund' },
    { key: ['code', number, address], policy: CODES, onSuccess: 'refund' },
  ];
}

const CODES: BudgetPolicy = { free: 3, delaysSeconds: [20 * MINUTE], forgetSeconds: HOUR };
