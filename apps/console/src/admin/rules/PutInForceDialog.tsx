import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../api/keys.js';
import { type Rules, routingApi } from '../../api/routing-api.js';
import { useFormats } from '../../i18n/format.js';
import { Dialog } from '../../ui/Dialog.js';
import { DialogForm } from '../../ui/DialogForm.js';
import { tellDone } from '../../ui/tell.js';
import { ChangeList } from './ChangeList.js';
import { dropDraft } from './draft.js';

interface Props {
  opened: boolean;
  close: () => void;
  before: Rules;
  after: Rules;
  seen: number;
}

/** Shows the changes in words for confirmation before the rules are published. */
export function PutInForceDialog({ opened, close, before, after, seen }: Props) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const put = useMutation({
    mutationFn: () => routingApi.put(after, seen, note.trim()),
    onSuccess: (answer) => {
      queries.setQueryData(keys.routing, answer);
      tellDone(t('rules.nowInForce', { version: number(answer.version) }));
      close();
      dropDraft();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.routing });
      void queries.invalidateQueries({ queryKey: keys.rows('queues') });
      void queries.invalidateQueries({ queryKey: keys.queues });
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
