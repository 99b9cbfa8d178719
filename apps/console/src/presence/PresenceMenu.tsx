import type { PresenceState } from '#wasl/contracts';
import { Button, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meApi } from '../api/api.js';
import { keys } from '../api/keys.js';
import { usePresence, useReasons } from '../api/queries.js';
import { queryClient } from '../api/query-client.js';
import type { Presence } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { Icon } from '../ui/icons.js';
import { tellFailed } from '../ui/tell.js';
import { TimeSince } from '../ui/Timer.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Presence.module.css';
import { PresenceMark } from './PresenceMark.js';
import { useReasonName } from './use-reason-name.js';

export function PresenceMenu() {
  const { t } = useTranslation();
  const presence = usePresence();
  const change = usePresenceChange();
  const current = presence.data;
  if (!current) {
    return (
      <Button variant="default" loading={presence.isPending} onClick={() => void presence.refetch()}>
        {t('presence.unknown')}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button
          variant="default"
          loading={change.isPending}
          rightSection={<Icon name="down" size={14} />}
          h="auto"
          py={4}
        >
          <Current presence={current} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {current.capacity && (
          <Menu.Label>
            {t('presence.capacity', { used: current.capacity.used, total: current.capacity.total })}
          </Menu.Label>
        )}
        <Choices current={current} choose={change.mutate} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Current({ presence }: { presence: Presence }) {
  const { t } = useTranslation();
  const reasonName = useReasonName();
  return (
    <span className={classes.current}>
      <PresenceMark state={presence.state} />
      <span>
        <span className={classes.state}>{t(`presence.state.${presence.state}`)}</span>
        {presence.reason && <span className={classes.reason}>{reasonName(presence.reason)}</span>}
      </span>
      <TimeSince since={presence.since} />
    </span>
  );
}

interface Choice {
  state: PresenceState;
  reason?: string;
}

function Choices({ current, choose }: { current: Presence; choose: (choice: Choice) => void }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const reasons = useReasons('not_ready');
  return (
    <>
      {current.state !== 'available' && (
        <Menu.Item
          leftSection={<PresenceMark state="available" />}
          onClick={() => choose({ state: 'available' })}
        >
          {current.state === 'wrap_up' ? t('presence.endWrapUp') : t('presence.state.available')}
        </Menu.Item>
      )}
      <Menu.Label>{t('presence.state.not_ready')}</Menu.Label>
      {reasons.isError && <Menu.Item onClick={() => void reasons.refetch()}>{t('error.loading')}</Menu.Item>}
      {reasons.data?.map((reason) => (
        <Menu.Item
          key={reason.key}
          leftSection={<PresenceMark state="not_ready" />}
          onClick={() => choose({ state: 'not_ready', reason: reason.key })}
        >
          {localized(reason.name)}
        </Menu.Item>
      ))}
      {current.state === 'not_ready' && (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<PresenceMark state="offline" />}
            onClick={() => choose({ state: 'offline' })}
          >
            {t('presence.goOffline')}
          </Menu.Item>
        </>
      )}
    </>
  );
}

function usePresenceChange() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: (choice: Choice) => meApi.setPresence(choice),
    onSuccess: (presence) => queryClient.setQueryData(keys.presence, presence),
    onError: (error) => tellFailed(t('presence.failed'), problemText(error)),
  });
}
