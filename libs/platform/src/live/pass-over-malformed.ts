import type { Logger } from '@nestjs/common';
import { describeFault, faultTitle } from '../logging/describe-fault.js';

/**
 * The adapter reads its stream on from the last entry that it handled. An entry that it cannot read would be read again
 * and again, without a pause, and nothing behind it would ever be heard.
 */
export function passOverMalformed(make: MakeAdapter, logger: Pick<Logger, 'warn'>): MakeAdapter {
  // No arrow: socket.io makes its adapter by `new`.
  return function (namespace) {
    const adapter = make(namespace);
    const read = adapter.onRawMessage.bind(adapter);
    adapter.onRawMessage = (message, offset) => {
      try {
        read(message, offset);
      } catch (error) {
        logger.warn(`an entry of the stream was passed over: ${faultTitle(describeFault(error))}`);
      }
    };
    return adapter;
  };
}

type MakeAdapter = (namespace: unknown) => { onRawMessage(message: unknown, offset: string): void };
