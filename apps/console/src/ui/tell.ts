import { notifications } from '@mantine/notifications';

/** A short word about what was done; errors stay until they are read. */
export const tellDone = (message: string) =>
  notifications.show({ message, autoClose: 4_000, withBorder: true });
export const tellFailed = (title: string, message: string) =>
  notifications.show({ title, message, color: 'red', autoClose: false, withBorder: true, role: 'alert' });
