import { Logger } from '@nestjs/common';
import type { Namespace } from 'socket.io';
import type { z } from 'zod';
import { logFault } from './socket-namespace.js';

/**
 * Hears what other processes of ours say in a namespace (`serverSideEmit`). They may be of another version, and whoever
 * writes to PostgreSQL's or Redis's channels can say anything: what is not of the declared form is ignored, and a fault
 * in the handler stays here.
 */
export function hearPeers<Message>(
  namespace: Pick<Namespace, 'on'>,
  event: string,
  schema: z.ZodType<Message>,
  handle: (message: Message) => Promise<void> | void,
): void {
  const logger = new Logger('Peers');
  namespace.on(event as 'connection', (given: unknown) => {
    Promise.resolve()
      .then(() => {
        const read = schema.safeParse(given);
        if (read.success) return handle(read.data);
        logger.warn(`${event}: ignored, not of the declared form`);
      })
      .catch((error: unknown) => logFault(logger, event, error));
  });
}
