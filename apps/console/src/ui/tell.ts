import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

const closing = () => ({ closeButtonProps: { 'aria-label': i18next.t('action.close') } });

/** A short word about what was done; errors stay until they are read. */
export const tellDone = (message: string) =>
  notifications.show({ ...closing(), message, autoClose: 4_000, withBorder: true });
export const tellFailed = (title: string, message: string) =>
  notifications.show({
    ...closing(),
    title,
    message,
    color: 'red',
    autoClose: false,
    withBorder: true,
    role: 'alert',
  });
