import { Button, Radio, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AgentsRead, usersApi } from '../api/admin-api.js';
import { queryKeys } from '../api/query-keys.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { QueryResult } from '../ui/QueryResult.js';
import { notifySuccess } from '../ui/notify.js';

const CHOICES: AgentsRead[] = ['all', 'served_queues'];

/** What agents of the centre may read. */
export function ReadingPolicy() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const policy = useQuery({
    queryKey: queryKeys.readingPolicy,
    queryFn: () => usersApi.readingPolicy(),
    enabled: opened,
  });
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('admin.reading.open')}
      </Button>
      {opened && (
        <Dialog title={t('admin.reading.title')} close={close}>
          <QueryResult query={policy}>
            {({ agentsRead }) => <PolicyForm chosen={agentsRead} close={close} />}
          </QueryResult>
        </Dialog>
      )}
    </>
  );
}

function PolicyForm({ chosen, close }: { chosen: AgentsRead; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [agentsRead, setAgentsRead] = useState(chosen);
  const save = useMutation({
    mutationFn: () => usersApi.chooseReading(agentsRead),
    onSuccess: () => {
      notifySuccess(t('admin.saved'));
      close();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.readingPolicy }),
  });
  return (
    <DialogForm saving={save} submit={() => save.mutate()} close={close}>
      <Radio.Group
        label={t('admin.reading.lead')}
        value={agentsRead}
        onChange={(value) => setAgentsRead(value as AgentsRead)}
      >
        <Stack gap="xs" mt="xs">
          {CHOICES.map((value) => (
            <Radio key={value} value={value} label={t(`admin.reading.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </DialogForm>
  );
}
