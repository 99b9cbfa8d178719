import { Modal, type MantineSize } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  close: () => void;
  /** left out where the dialog is only drawn while it is open */
  opened?: boolean;
  size?: MantineSize | '72rem';
  children: ReactNode;
}

/** A window over the page, with its name and a way out. */
export function Dialog({ title, close, opened = true, size = 'md', children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {children}
    </Modal>
  );
}
