import type { Budget, BudgetPolicy } from '#wasl/platform';

const MINUTE = 60;
const HOUR = 3_600;

/**
 * What one source may ask for; a mobile network may have a whole town behind one address, and only addresses that we know
 * are written to.
 */
const SOURCE: BudgetPolicy = { free: 300, delaysSeconds: [10, 30], forgetSeconds: 2 * HOUR };
/** Codes for one address that one source may ask for. */
const ADDRESS_FROM_SOURCE: BudgetPolicy = {
  free: 3,
  delaysSeconds: [5 * MINUTE, 15 * MINUTE, HOUR],
  forgetSeconds: 6 * HOUR,
};
/**
 * Codes for one address, whoever asks. A code has eight digits and five tries: fifty codes a day, each day for ten years,
 * are guessed with a chance of one in a hundred. Whoever uses this up keeps the owner from signing in, so it takes many
 * sources.
 */
const ADDRESS: BudgetPolicy = {
  free: 12,
  delaysSeconds: [10 * MINUTE, 30 * MINUTE],
  forgetSeconds: 12 * HOUR,
};

/** Never refunded: each code is a message to somebody. */
export const codeBudgets = (address: string, source: string): Budget[] => [
  { key: ['sign-in-source', source], policy: SOURCE, onSuccess: 'refund' },
  { key: ['sign-in-address-source', address, source], policy: ADDRESS_FROM_SOURCE, onSuccess: 'refund' },
  { key: ['sign-in-address', address], policy: ADDRESS, onSuccess: 'refund' },
];

/** Tries at codes and ways back from the provider. */
export const tryBudgets = (source: string): Budget[] => [
  { key: ['sign-in-try', source], policy: SOURCE, onSuccess: 'refund' },
];
