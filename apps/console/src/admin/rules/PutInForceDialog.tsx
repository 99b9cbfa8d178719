import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../api/keys.js';
import { type Rules, routingApi } from '../../api/routing-api.js';
import { useFormats } from '../../i18n/format.js';
import { tellDone } from '../../ui/tell.js';
import { useProblemText } from '../../ui/use-problem-text.js';
import { ChangeList } from './ChangeList.js';
import { dropDraft } from './draft.js';

interface Props {
  opened: boolean;
  close: () => void;
  before: Rules;
  after: Rules;
  seen: number;
}

/** What will change is read once more, in words, before it holds. */
export function PutInForceDialog({ opened, close, before, after, seen }: Props) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const problemText = useProblemText();
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
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      title={t('rules.putInForce')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          put.mutate();
        }}
      >
        <Stack>
          {put.isError && (
            <Alert color="red" role="alert" title={t('admin.notSaved')}>
              {problemText(put.error)}
            </Alert>
          )}
          <ChangeList before={before} after={after} />
          <TextInput
            label={t('rules.note')}
            description={t('rules.noteHint')}
            maxLength={500}
            dir="auto"
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={put.isPending}>
              {t('rules.putInForceNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
