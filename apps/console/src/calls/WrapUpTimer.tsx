import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import { usePresence } from '../api/queries.js';
import { queryClient } from '../api/query-client.js';
import { notifyError } from '../ui/notify.js';
import { TimeLeft } from '../ui/Timer.js';
import { useProblemText } from '../ui/use-problem-text.js';

/** Remaining wrap-up time; it ends by itself or when the agent becomes available. */
export function WrapUpTimer() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const presence = usePresence();
  const finish = useMutation({
    mutationFn: () => meApi.setPresence({ state: 'available' }),
    onSuccess: (after) => queryClient.setQueryData(queryKeys.presence, after),
    onError: (error) => notifyError(t('presence.failed'), problemText(error), 'presence'),
  });
  const until = presence.data?.state === 'wrap_up' ? presence.data.wrapUpUntil : null;
  if (!until) return null;
  return (
    <>
      <Button size="xs" variant="default" loading={finish.isPending} onClick={() => finish.mutate()}>
        {t('call.finishWrapUp')}
      </Button>
      <span>
        {t('presence.wrapUpEnds')} <TimeLeft until={until} />
      </span>
    </>
  );
}
