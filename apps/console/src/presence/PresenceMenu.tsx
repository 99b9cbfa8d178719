import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePresence, useReasons } from '../api/queries.js';
import type { Presence, PresenceChoice } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { Icon } from '../ui/icons.js';
import { TimeLeft, TimeSince } from '../ui/Timer.js';
import classes from './Presence.module.css';
import { PresenceBadge } from './PresenceBadge.js';
import { usePresenceChange } from './use-presence-change.js';
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
            {t('presence.capacity', { used: current.capacity.held, total: current.capacity.units })}
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
      <PresenceBadge state={presence.state} />
      <span>
        <span className={classes.state}>{t(`presence.state.${presence.state}`)}</span>
        {presence.reason && <span className={classes.reason}>{reasonName(presence.reason)}</span>}
        {presence.next && (
          <span className={classes.reason}>
            {t('presence.next', { state: t(`presence.state.${presence.next.state}`) })}
          </span>
        )}
      </span>
      {presence.wrapUpUntil ? (
        <WrapUpLeft until={presence.wrapUpUntil} />
      ) : (
        <TimeSince since={presence.since} />
      )}
    </span>
  );
}

function WrapUpLeft({ until }: { until: string }) {
  const { t } = useTranslation();
  return (
    <span>
      <span className={classes.reason}>{t('presence.wrapUpEnds')}</span>
      <TimeLeft until={until} />
    </span>
  );
}

/** A busy agent stays busy until the work is done, and can only cancel the requested next state. */
const canBecomeAvailable = ({ state, next }: Presence): boolean =>
  state === 'not_ready' || state === 'wrap_up' || (state === 'busy' && Boolean(next));

const AVAILABLE_LABELS = {
  available: 'presence.state.available',
  not_ready: 'presence.state.available',
  offline: 'presence.state.available',
  wrap_up: 'presence.endWrapUp',
  busy: 'presence.cancelNext',
} as const;

function Choices({ current, choose }: { current: Presence; choose: (choice: PresenceChoice) => void }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const reasons = useReasons('not_ready');
  return (
    <>
      {canBecomeAvailable(current) && (
        <Menu.Item
          leftSection={<PresenceBadge state="available" />}
          onClick={() => choose({ state: 'available' })}
        >
          {t(AVAILABLE_LABELS[current.state])}
        </Menu.Item>
      )}
      <Menu.Label>
        {current.state === 'busy' ? t('presence.afterWork') : t('presence.state.not_ready')}
      </Menu.Label>
      {reasons.isError && <Menu.Item onClick={() => void reasons.refetch()}>{t('error.loading')}</Menu.Item>}
      {reasons.data?.map((reason) => (
        <Menu.Item
          key={reason.key}
          leftSection={<PresenceBadge state="not_ready" />}
          onClick={() => choose({ state: 'not_ready', reason: reason.key })}
        >
          {localized(reason.name)}
        </Menu.Item>
      ))}
      {current.state === 'not_ready' && (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<PresenceBadge state="offline" />}
            onClick={() => choose({ state: 'offline' })}
          >
            {t('presence.goOffline')}
          </Menu.Item>
        </>
      )}
    </>
  );
}
