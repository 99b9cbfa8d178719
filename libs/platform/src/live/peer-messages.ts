import { Logger } from '@nestjs/common';
import type { Namespace } from 'socket.io';
import type { z } from 'zod';
import { logFault } from './socket-namespace.js';

/**
 * Handles messages of other processes in a namespace (`serverSideEmit`). They may run another version, and whoever can
 * write to the PostgreSQL or Redis channels can send anything. So messages that do not match the schema are ignored,
 * and errors of the handler are caught.
 */
export function onPeerMessage<Message>(
  namespace: Pick<Namespace, 'on'>,
  event: string,
  schema: z.ZodType<Message>,
  handle: (message: Message) => Promise<void> | void,
): void {
  const logger = new Logger('Peers');
  namespace.on(event as 'connection', (message: unknown) => {
    Promise.resolve()
      .then(() => {
        const read = schema.safeParse(message);
        if (read.success) return handle(read.data);
        logger.warn(`${event}: ignored, does not match the schema`);
      })
      .catch((error: unknown) => logFault(logger, event, error));
  });
}
