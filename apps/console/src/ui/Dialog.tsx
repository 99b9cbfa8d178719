import { Modal, type MantineSize } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  close: () => void;
  /** omitted where the dialog is only mounted while open */
  opened?: boolean;
  size?: MantineSize | '72rem';
  children: ReactNode;
}

/** Modal with a title and a close button. */
export function Dialog({ title, close, opened = true, size = 'md', children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={() => hasOpenCalendar() || close()}
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {children}
    </Modal>
  );
}

/** Escape closes the calendar of a date field, not the dialog that the field is in: the dialog hears the key first. */
const hasOpenCalendar = (): boolean => document.querySelector('[data-dates-dropdown]') !== null;
