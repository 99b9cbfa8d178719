import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Unserved } from '../api/routing-api.js';
import { useQueueName } from '../tickets/use-queue-name.js';

/** Queues that no agent can serve, and why. */
export function UnservedWarning({ unserved }: { unserved: Unserved[] }) {
  const { t } = useTranslation();
  const queueName = useQueueName();
  if (unserved.length === 0) return null;
  return (
    <Alert color="yellow" role="status" mb="md" title={t('rules.unserved')}>
      <ul>
        {unserved.map(({ queue, reason }) => (
          <li key={queue}>
            <strong>{queueName(queue)}</strong>: {t(`rules.unservedWhy.${reason}`)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
