import { Button, Menu } from '@mantine/core';
import { PENDING_ON } from '#wasl/contracts';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api/types.js';
import { Icon } from '../ui/icons.js';
import type { TicketPatching } from './use-ticket-patch.js';

/** SLA clocks pause while a ticket is pending, so the agent states whom it waits for. */
export function PendingMenu({ ticket, patching }: { ticket: Ticket; patching: TicketPatching }) {
  const { t } = useTranslation();
  if (ticket.status === 'pending') {
    return (
      <Button
        size="xs"
        variant="default"
        loading={patching.isPending}
        onClick={() => patching.set({ status: 'open' })}
      >
        {t('action.goOn')}
      </Button>
    );
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          loading={patching.isPending}
          leftSection={<Icon name="clock" size={15} />}
          rightSection={<Icon name="down" size={13} />}
        >
          {t('action.pend')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {PENDING_ON.map((on) => (
          <Menu.Item key={on} onClick={() => patching.set({ status: 'pending', pendingOn: on })}>
            {t(`pendingOn.${on}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
