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

/**
 * @param about what the error is about, such as a call: a later one about it takes its place, and it is withdrawn when
 * it no longer holds
 */
export function notifyError(title: string, message: string, about?: string): void {
  if (about) withdrawErrors(about);
  notifications.show({
    ...notificationDefaults(),
    ...(about && { id: about }),
    title,
    message,
    color: 'red',
    autoClose: false,
    role: 'alert',
  });
}

/** Stays until it is dismissed or over, and does not interrupt a screen reader. */
export function notifyWarning(title: string, message: string, about: string): void {
  withdrawErrors(about);
  notifications.show({
    ...notificationDefaults(),
    id: about,
    title,
    message,
    color: 'yellow',
    autoClose: false,
    role: 'status',
  });
}

/** Closes what is still shown about something: it has been done, or is over. */
export const withdrawErrors = (about: string): void => void notifications.hide(about);
