import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icons.js';
import { useTitle } from '../ui/use-title.js';
import classes from './Admin.module.css';

interface Props {
  title: string;
  /** what the page is for, in a sentence */
  lead?: string;
  /** makes a new one of what the page lists */
  add?: { label: string; open: () => void; disabled?: boolean };
  children: ReactNode;
}

/** A page of the administration: its name, in the window's title too, what it is for, and what stands on it. */
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
