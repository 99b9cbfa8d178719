import type { ReactNode } from 'react';
import { Icon } from '../ui/icons.js';
import classes from './Counter.module.css';

/** A warning that does not block the user. */
export function WarningAlert({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.warning} role="alert">
      <Icon name="alert" />
      <div>
        <strong>{title}</strong>
        <p>{children}</p>
      </div>
    </div>
  );
}
