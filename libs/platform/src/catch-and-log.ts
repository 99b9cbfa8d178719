import type { Logger } from '@nestjs/common';
import { describeFault, faultTitle } from './logging/describe-fault.js';

/**
 * Wraps a listener of an emitter or timer so that its errors, synchronous or asynchronous, are logged. Nothing else
 * would catch them, and an uncaught error ends the process.
 */
export function catchAndLog<Arguments extends unknown[]>(
  logger: Pick<Logger, 'error'>,
  what: string,
  listener: (...args: Arguments) => unknown,
): (...args: Arguments) => void {
  return (...args) => {
    const run = async () => listener(...args);
    run().catch((error: unknown) => {
      const fault = describeFault(error);
      logger.error(`${what}: ${faultTitle(fault)}`, fault.at ?? '', what);
    });
  };
}
