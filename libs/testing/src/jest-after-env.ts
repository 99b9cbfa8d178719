import { afterAll } from '@jest/globals';
import { dropLeftoverDatabases } from './database.js';
import { takeLockOrderViolations, watchLockOrder } from './lock-order.js';

// Logs are silent by default; LOG_LEVEL=debug npm test -- <pattern> shows them.
process.env.LOG_LEVEL ??= 'silent';
process.env.NODE_ENV = 'test';

watchLockOrder();
afterAll(dropLeftoverDatabases);
/** Every suite that reaches the database holds the code it runs to the order of locks. */
afterAll(() => {
  const violations = takeLockOrderViolations();
  if (violations.length > 0) throw new Error(`Locks out of order:\n${violations.join('\n')}`);
});
