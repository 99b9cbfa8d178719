import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.js';
import classes from './Nothing.module.css';

/** What stands where there is nothing to show, and what to do about it. */
export function Nothing(props: { icon: IconName; title: string; text?: string; children?: ReactNode }) {
  return (
    <div className={classes.nothing}>
      <Icon name={props.icon} size={36} />
      <p className={classes.title}>{props.title}</p>
      {props.text && <p className={classes.text}>{props.text}</p>}
      {props.children}
    </div>
  );
}
