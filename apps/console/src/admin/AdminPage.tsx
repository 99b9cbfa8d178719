import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icons.js';
import { useTitle } from '../ui/use-title.js';
import classes from './Admin.module.css';

interface Props {
  title: string;
  /** one sentence on the purpose of the page */
  lead?: string;
  /** button that creates a new item */
  add?: { label: string; open: () => void; disabled?: boolean };
  children: ReactNode;
}

/** Layout of an administration page: window title, heading, lead and content. */
export function AdminPage({ title, lead, add, children }: Props) {
  useTitle(title);
  return (
    <div className={classes.page}>
      <Group justify="space-between" mb={lead === undefined ? 'md' : 0}>
        <h1>{title}</h1>
        {add && (
          <Button leftSection={<Icon name="plus" />} disabled={add.disabled === true} onClick={add.open}>
            {add.label}
          </Button>
        )}
      </Group>
      {lead && <p className={classes.lead}>{lead}</p>}
      {children}
    </div>
  );
}
