import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.js';
import classes from './Nothing.module.css';

/** Empty state: icon, title, hint and optional actions. */
export function EmptyState(props: { icon: IconName; title: string; text?: string; children?: ReactNode }) {
  return (
    <div className={classes.nothing}>
      <Icon name={props.icon} size={36} />
      <p className={classes.title}>{props.title}</p>
      {props.text && <p className={classes.text}>{props.text}</p>}
      {props.children}
    </div>
  );
}
