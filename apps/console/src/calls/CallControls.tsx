import { Button, Menu, Popover } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meApi } from '../api/api.js';
import type { CallControlRequest, CallRecordingRequest } from '../api/types.js';
import { aboutCall, type Call } from '../live/live-store.js';
import { TextInput } from '../ui/fields.js';
import { Icon } from '../ui/icons.js';
import { notifyError, withdrawErrors } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';

/** Call controls supported by the exchange. The result arrives through the live room. */
export function CallControls({ call }: { call: Call }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const control = useMutation({
    mutationFn: (request: CallControlRequest) => meApi.controlCall(call.interactionId, request),
    onSuccess: () => withdrawErrors(aboutCall(call)),
    onError: (error) => notifyError(t('call.controlFailed'), problemText(error), aboutCall(call)),
  });
  const has = (what: Call['controls'][number]) => call.controls.includes(what);
  if (call.controls.length === 0 || call.state === 'ringing' || call.state === 'ended') return null;
  return (
    <>
      {has('hold') && (
        <Button
          size="xs"
          variant="default"
          aria-pressed={call.state === 'held'}
          leftSection={<Icon name={call.state === 'held' ? 'phone' : 'clock'} size={16} />}
          onClick={() => control.mutate({ action: call.state === 'held' ? 'resume' : 'hold' })}
        >
          {call.state === 'held' ? t('call.resume') : t('call.hold')}
        </Button>
      )}
      {has('transfer') && <Transfer ask={(to) => control.mutate({ action: 'transfer', to })} />}
      {has('record') && <Recording call={call} />}
      {has('hangup') && (
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="close" size={16} />}
          onClick={() => control.mutate({ action: 'hangup' })}
        >
          {t('call.hangup')}
        </Button>
      )}
    </>
  );
}

function Transfer({ ask }: { ask: (to: string) => void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [to, setTo] = useState('');
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-start">
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="transfer" size={16} />}
          onClick={() => setOpened((was) => !was)}
        >
          {t('call.transfer')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setOpened(false);
            ask(to.trim());
          }}
        >
          <TextInput
            label={t('call.transferTo')}
            dir="ltr"
            inputMode="numeric"
            required
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button type="submit" mt="sm" disabled={to.trim() === ''}>
            {t('call.transfer')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Recording needs consent: the agent confirms that the caller agreed. */
function Recording({ call }: { call: Call }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const change = useMutation({
    mutationFn: (request: CallRecordingRequest) => meApi.recordCall(call.interactionId, request),
    onError: (error) => notifyError(t('call.recordingFailed'), problemText(error), aboutCall(call)),
  });
  const paused = call.recording === 'paused';
  if (call.recording === 'on' || paused) {
    return (
      <Button
        size="xs"
        variant="default"
        onClick={() => change.mutate({ action: paused ? 'resume' : 'pause' })}
      >
        {paused ? t('call.resumeRecording') : t('call.pauseRecording')}
      </Button>
    );
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          loading={change.isPending}
          rightSection={<Icon name="down" size={14} />}
        >
          {t('call.record')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('call.askConsent')}</Menu.Label>
        <Menu.Item onClick={() => change.mutate({ action: 'start', consent: true })}>
          {t('call.consented')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
