import { useDirection } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import classes from './Shell.module.css';

/** Over the requester pane, where notifications cover no input field; calls and offers are at its end. Above dialogs, below menus. */
export function Notices() {
  const { dir } = useDirection();
  return (
    <Notifications
      position={dir === 'rtl' ? 'top-left' : 'top-right'}
      containerWidth={256}
      className={classes.notices}
      zIndex={250}
    />
  );
}
