import { Radio, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveAgent } from '#wasl/contracts';
import { staffApi } from '../api/admin-api.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { TextInput } from '../ui/fields.js';
import { notifySuccess } from '../ui/notify.js';

const STATES = ['not_ready', 'offline'] as const;

/** A supervisor changes an agent's presence. The change is audited and shown to the agent. */
export function ForcePresenceDialog({ agent, close }: { agent: LiveAgent; close: () => void }) {
  const { t } = useTranslation();
  const [state, setState] = useState<(typeof STATES)[number]>('not_ready');
  const [reason, setReason] = useState('');
  const force = useMutation({
    mutationFn: () => staffApi.forcePresence(agent.id, state, reason.trim()),
    onSuccess: () => {
      notifySuccess(t('board.forced', { name: agent.name }));
      close();
    },
  });
  return (
    <Dialog title={t('board.forceNamed', { name: agent.name })} close={close}>
      <DialogForm saving={force} submit={() => force.mutate()} close={close} label={t('board.force')}>
        <Radio.Group
          label={t('board.forceTo')}
          value={state}
          onChange={(value) => setState(value as (typeof STATES)[number])}
        >
          <Stack gap="xs" mt="xs">
            {STATES.map((one) => (
              <Radio key={one} value={one} label={t(`presence.state.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('board.forceWhy')}
          description={t('board.forceHint')}
          maxLength={300}
          dir="auto"
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </DialogForm>
    </Dialog>
  );
}
