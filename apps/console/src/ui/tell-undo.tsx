import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { noticeLook } from './tell.js';

/** Longer than what is only told: there is something to decide. */
const DECIDE_MS = 15_000;

/** A short word about what was done, with a button that undoes it. It stays while it is pointed at or focused. */
export function tellUndo(message: string, undoText: string, undo: () => void): void {
  const id = notifications.show({
    ...noticeLook(),
    autoClose: DECIDE_MS,
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
