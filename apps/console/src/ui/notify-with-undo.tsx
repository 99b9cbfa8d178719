import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { notificationDefaults } from './notify.js';

/** Longer than a plain notification, because the user may want to undo. */
const UNDO_MS = 15_000;

/** Notification with an undo button. It stays while hovered or focused. */
export function notifyWithUndo(message: string, undoText: string, undo: () => void): void {
  const id = notifications.show({
    ...notificationDefaults(),
    autoClose: UNDO_MS,
    message: (
      <Group gap="xs" justify="space-between">
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {undoText}
        </Button>
      </Group>
    ),
  });
}
