import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Defaults of all notifications; the close button has an accessible name. */
export const notificationDefaults = () => ({
  withBorder: true,
  closeButtonProps: { 'aria-label': i18next.t('action.close') },
});

/** Success notifications close by themselves; errors stay until dismissed. */
export const notifySuccess = (message: string) =>
  notifications.show({ ...notificationDefaults(), message, autoClose: 4_000 });
export const notifyError = (title: string, message: string) =>
  notifications.show({
    ...notificationDefaults(),
    title,
    message,
    color: 'red',
    autoClose: false,
    role: 'alert',
  });
