import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api/types.js';
import { useActions } from '../ui/actions.js';
import { Icon } from '../ui/icons.js';
import { LinkDialog } from './LinkDialog.js';
import { MergeDialog } from './MergeDialog.js';
import { SplitDialog } from './SplitDialog.js';

/** Menu to merge, split or link tickets. */
export function MergeSplitMenu({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<'merge' | 'split' | 'link'>();
  const close = () => setOpened(undefined);
  const choices = [
    { name: 'merge', label: t('action.merge'), icon: 'merge' },
    { name: 'split', label: t('action.split'), icon: 'split' },
    { name: 'link', label: t('action.link'), icon: 'link' },
  ] as const;
  useActions(choices.map(({ name, label, icon }) => ({ label, icon, run: () => setOpened(name) })));
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="link" size={15} />}
            rightSection={<Icon name="down" size={13} />}
          >
            {t('action.join')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map(({ name, label, icon }) => (
            <Menu.Item
              key={name}
              leftSection={<Icon name={icon} size={16} />}
              onClick={() => setOpened(name)}
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <MergeDialog ticket={ticket} opened={opened === 'merge'} close={close} />
      <SplitDialog ticket={ticket} opened={opened === 'split'} close={close} />
      <LinkDialog ticket={ticket} opened={opened === 'link'} close={close} />
    </>
  );
}
