import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** A cross alone has no name. */
const closing = () => ({ closeButtonProps: { 'aria-label': i18next.t('action.close') } });

/** A short word about what was done; errors stay until they are read. */
export const tellDone = (message: string) =>
  notifications.show({ message, autoClose: 4_000, withBorder: true, ...closing() });
export const tellFailed = (title: string, message: string) =>
  notifications.show({
    title,
    message,
    color: 'red',
    autoClose: false,
    withBorder: true,
    role: 'alert',
    ...closing(),
  });
