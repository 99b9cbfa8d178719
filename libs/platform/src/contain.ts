import type { Logger } from '@nestjs/common';
import { describeFault, faultTitle } from './logging/describe-fault.js';

/**
 * For listeners of emitters and timers: nobody stands above them to catch, so that a fault in one, at once or later,
 * would end the process. Here it is logged instead.
 */
export function contain<Arguments extends unknown[]>(
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
