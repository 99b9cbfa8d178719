import { Alert, Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { RESOLUTIONS, type Resolution } from '#wasl/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import type { Ticket } from '../api/types.js';
import { tellDone } from '../ui/tell.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { keepTicket } from './keep-ticket.js';

interface Props {
  ticket: Ticket;
  opened: boolean;
  close: () => void;
}

export function ResolveDialog({ ticket, opened, close }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [note, setNote] = useState('');
  const [resolution, setResolution] = useState<Resolution>('answered');
  const resolve = useMutation({
    mutationFn: () => ticketsApi.resolve(ticket.number, { note: note.trim(), resolution }),
    onSuccess: (changed) => {
      keepTicket(changed);
      tellDone(t('done.resolved'));
      setNote('');
      close();
    },
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('resolve.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (note.trim() !== '') resolve.mutate();
        }}
      >
        <Stack>
          {resolve.isError && (
            <Alert color="red" role="alert" title={t('ticket.changeFailed')}>
              {problemText(resolve.error)}
            </Alert>
          )}
          <Radio.Group
            label={t('resolve.resolution')}
            value={resolution}
            onChange={(value) => setResolution(RESOLUTIONS.find((other) => other === value) ?? 'answered')}
          >
            <Stack gap="xs" mt="xs">
              {RESOLUTIONS.map((value) => (
                <Radio key={value} value={value} label={t(`resolution.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t('resolve.note')}
            description={t('resolve.noteHint')}
            required
            data-autofocus
            dir="auto"
            autosize
            minRows={3}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
                event.currentTarget.form?.requestSubmit();
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={resolve.isPending}>
              {t('action.resolve')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
