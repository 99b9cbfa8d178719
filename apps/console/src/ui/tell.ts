import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** What every notice has; the button that puts it away has a name for those who cannot see its cross. */
export const noticeLook = () => ({
  withBorder: true,
  closeButtonProps: { 'aria-label': i18next.t('action.close') },
});

/** A short word about what was done; errors stay until they are read. */
export const tellDone = (message: string) =>
  notifications.show({ ...noticeLook(), message, autoClose: 4_000 });
export const tellFailed = (title: string, message: string) =>
  notifications.show({ ...noticeLook(), title, message, color: 'red', autoClose: false, role: 'alert' });
