import type { Logger } from '@nestjs/common';
import { describeFault, faultTitle } from '../logging/describe-fault.js';

/**
 * The adapter continues its stream from the last entry that it handled. A malformed entry would be read again and again
 * without a pause and block everything behind it, so it is skipped.
 */
export function skipMalformedEntries(make: MakeAdapter, logger: Pick<Logger, 'warn'>): MakeAdapter {
  // Not an arrow function: socket.io constructs its adapter with `new`.
  return function (namespace) {
    const adapter = make(namespace);
    const read = adapter.onRawMessage.bind(adapter);
    adapter.onRawMessage = (message, offset) => {
      try {
        read(message, offset);
      } catch (error) {
        logger.warn(`skipped a malformed stream entry: ${faultTitle(describeFault(error))}`);
      }
    };
    return adapter;
  };
}

type MakeAdapter = (namespace: unknown) => { onRawMessage(message: unknown, offset: string): void };
