import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys.js';
import { type Rules, routingApi } from '../../api/routing-api.js';
import { useFormats } from '../../i18n/format.js';
import { Dialog } from '../../ui/Dialog.js';
import { DialogForm } from '../../ui/DialogForm.js';
import { TextInput } from '../../ui/fields.js';
import { notifySuccess } from '../../ui/notify.js';
import { ChangeList } from './ChangeList.js';
import { discardDraft } from './rules-draft.js';

interface Props {
  opened: boolean;
  close: () => void;
  before: Rules;
  after: Rules;
  seen: number;
}

/** Shows the changes in words for confirmation before the rules are published. */
export function PublishRulesDialog({ opened, close, before, after, seen }: Props) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const put = useMutation({
    mutationFn: () => routingApi.put(after, seen, note.trim()),
    onSuccess: (answer) => {
      queries.setQueryData(queryKeys.routing, answer);
      notifySuccess(t('rules.nowInForce', { version: number(answer.version) }));
      close();
      discardDraft();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: queryKeys.routing });
      void queries.invalidateQueries({ queryKey: queryKeys.rows('queues') });
      void queries.invalidateQueries({ queryKey: queryKeys.queues });
    },
  });
  return (
    <Dialog size="lg" title={t('rules.putInForce')} opened={opened} close={close}>
      <DialogForm saving={put} submit={() => put.mutate()} close={close} label={t('rules.putInForceNow')}>
        <ChangeList before={before} after={after} />
        <TextInput
          label={t('rules.note')}
          description={t('rules.noteHint')}
          maxLength={500}
          dir="auto"
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </DialogForm>
    </Dialog>
  );
}
