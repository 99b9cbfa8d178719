import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import type { PresenceChoice } from '../api/types.js';
import { notifyError, withdrawErrors } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';

/** Changes one's own presence. */
export function usePresenceChange() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: (choice: PresenceChoice) => meApi.setPresence(choice),
    onSuccess: (presence) => {
      withdrawErrors('presence');
      queryClient.setQueryData(queryKeys.presence, presence);
    },
    onError: (error) => notifyError(t('presence.failed'), problemText(error), 'presence'),
  });
}
