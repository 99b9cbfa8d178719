import type { Budget, BudgetPolicy } from '#wasl/platform';

/** The origin of an attempt at a tracking code. */
export interface TrackingCaller {
  /** address, or /64 */
  source: string;
  /** the device's id, when this ticket was opened on it before */
  deviceId: string | null;
}

const MINUTE = 60;
const HOUR = 3_600;

/** Attempts by one device or source at one ticket. */
const DEVICE_OR_SOURCE: BudgetPolicy = {
  free: 10,
  delaysSeconds: [MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE],
  forgetSeconds: 3 * HOUR,
};
/** Attempts by one source at all tickets; a mobile network may have a whole town behind one address. */
const SOURCE: BudgetPolicy = { free: 100, delaysSeconds: [30, MINUTE], forgetSeconds: 2 * HOUR };
/**
 * Attempts by all who never opened the ticket, together. A code has forty bits: a thousand attempts a day for ten
 * years find one in three hundred thousand. Thirty sources are needed to use this up, and only new devices are then
 * locked out.
 */
const TICKET: BudgetPolicy = { free: 300, delaysSeconds: [MINUTE], forgetSeconds: 6 * HOUR };

/** The budgets that an attempt at the code of `number` is charged to; a device that opened it before has its own. */
export function trackingBudgets(number: string, { source, deviceId }: TrackingCaller): Budget[] {
  if (deviceId)
    return [{ key: ['track-device', number, deviceId], policy: DEVICE_OR_SOURCE, onSuccess: 'clear' }];
  return [
    { key: ['track-source', source], policy: SOURCE, onSuccess: 'refund' },
    { key: ['track', number, source], policy: DEVICE_OR_SOURCE, onSuccess: 'clear' },
    { key: ['track-ticket', number], policy: TICKET, onSuccess: 'refund' },
  ];
}

/** Requests to resend a code: limited per ticket and address, whoever asks. Never refunded. */
export function codeRequestBudgets(number: string, address: string, source: string): Budget[] {
  return [
    { key: ['code-source', source], policy: SOURCE, onSuccess: 'refund' },
    { key: ['code', number, address], policy: CODES, onSuccess: 'refund' },
  ];
}

const CODES: BudgetPolicy = { free: 3, delaysSeconds: [20 * MINUTE], forgetSeconds: HOUR };
