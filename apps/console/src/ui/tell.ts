import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Defaults of all notifications; the close button has an accessible name. */
export const noticeLook = () => ({
  withBorder: true,
  closeButtonProps: { 'aria-label': i18next.t('action.close') },
});

/** Success notifications close by themselves; errors stay until dismissed. */
export const tellDone = (message: string) =>
  notifications.show({ ...noticeLook(), message, autoClose: 4_000 });
export const tellFailed = (title: string, message: string) =>
  notifications.show({ ...noticeLook(), title, message, color: 'red', autoClose: false, role: 'alert' });
