import { Button, Checkbox, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../api/types.js';
import { usePermission } from '../../session/session.js';
import { useActions } from '../../ui/actions.js';
import { Icon, type IconName } from '../../ui/icons.js';
import classes from './Bulk.module.css';
import { type BulkAction, BulkDialog } from './BulkDialog.js';
import { clearSelection, select, useSelection } from './selection.js';

/** Number of selected tickets and the menu of bulk actions. */
export function BulkBar({ tickets }: { tickets: Ticket[] }) {
  const { t } = useTranslation();
  const { numbers } = useSelection();
  const actions = useAvailableActions();
  const [action, setAction] = useState<BulkAction>();
  const chosen = tickets.filter(({ number }) => numbers.has(number));
  const label = (one: BulkAction) => t('bulk.all', { what: t(`bulk.deed.${one}`) });
  useActions(
    chosen.length === 0
      ? []
      : actions.map(({ action: one, icon }) => ({ label: label(one), icon, run: () => setAction(one) })),
  );
  if (actions.length === 0 || tickets.length === 0) return null;
  return (
    <div className={classes.bar}>
      <Checkbox
        size="xs"
        label={chosen.length > 0 ? t('bulk.selected', { count: chosen.length }) : t('bulk.selectAll')}
        checked={chosen.length === tickets.length}
        indeterminate={chosen.length > 0 && chosen.length < tickets.length}
        onChange={() => (chosen.length > 0 ? clearSelection() : select(tickets.map(({ number }) => number)))}
      />
      {chosen.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="compact-sm" variant="light" rightSection={<Icon name="down" size={13} />}>
              {t('bulk.menu')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {actions.map(({ action: one, icon }) => (
              <Menu.Item
                key={one}
                leftSection={<Icon name={icon} size={16} />}
                onClick={() => setAction(one)}
              >
                {t(`bulk.deed.${one}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {action && <BulkDialog action={action} tickets={chosen} close={() => setAction(undefined)} />}
    </div>
  );
}

function useAvailableActions(): { action: BulkAction; icon: IconName }[] {
  const mayAssign = usePermission('ticket.assign');
  const mayAssignOthers = usePermission('ticket.assign_others');
  const mayUpdate = usePermission('ticket.update');
  const mayReply = usePermission('ticket.reply');
  return [
    ...(mayAssign ? [{ action: 'take', icon: 'person' } as const] : []),
    ...(mayAssignOthers ? [{ action: 'assign', icon: 'people' } as const] : []),
    ...(mayUpdate
      ? [{ action: 'transfer', icon: 'transfer' } as const, { action: 'priority', icon: 'alert' } as const]
      : []),
    ...(mayReply ? [{ action: 'resolve', icon: 'check' } as const] : []),
  ];
}
