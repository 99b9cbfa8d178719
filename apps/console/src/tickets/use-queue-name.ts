import { useQueues } from '../api/queries.js';
import { useFormats } from '../i18n/format.js';

/** A queue's name in the user's language, or its key until the names are loaded. */
export function useQueueName(): (key: string) => string {
  const queues = useQueues();
  const { localized } = useFormats();
  return (key) => {
    const queue = queues.data?.find((other) => other.key === key);
    return queue ? localized(queue.name) : key;
  };
}
