import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import { idempotencyKey } from '../api/client.js';
import { keys } from '../api/keys.js';
import { queryClient } from '../api/query-client.js';
import { tellFailed } from '../ui/tell.js';
import { useProblemText } from '../ui/use-problem-text.js';
import type { ComposerKind } from './Composer.js';
import type { Draft } from './drafts.js';

/** Sends a message once, even when the first answer got lost and the agent presses send again. */
export function useSend(number: string, kind: ComposerKind, onSent: () => void) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const tried = useRef({ content: '', key: '' });
  const keyFor = (draft: Draft): string => {
    const content = JSON.stringify([kind, draft]);
    if (tried.current.content !== content) tried.current = { content, key: idempotencyKey() };
    return tried.current.key;
  };
  const mutation = useMutation({
    mutationFn: (draft: Draft) => {
      const attachments = draft.attachments.map(({ id }) => id);
      const body = { kind, body: draft.text.trim(), ...(attachments.length > 0 && { attachments }) };
      return ticketsApi.say(number, body, keyFor(draft));
    },
    onSuccess: async () => {
      // the text leaves the field when it is on the page, so that it is never nowhere
      await queryClient.invalidateQueries({ queryKey: keys.messages(number) });
      onSent();
      void queryClient.invalidateQueries({ queryKey: keys.ticket(number), exact: true });
      void queryClient.invalidateQueries({ queryKey: keys.history(number) });
    },
    onError: (error) => tellFailed(t('composer.failed'), problemText(error)),
  });
  return { send: mutation.mutate, isSending: mutation.isPending };
}
