import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from './Refused.js';

interface Props {
  /** what sends the form: on its way, and why it was refused */
  saving: { isPending: boolean; error: unknown };
  submit: () => void;
  close: () => void;
  /** what the button says, if not that it saves */
  label?: string;
  /** what a refusal is called, if not "this was not done" */
  failed?: string;
  disabled?: boolean;
  /** further buttons, before the two that every form has */
  deeds?: ReactNode;
  children: ReactNode;
}

/** A form in a dialog: what was refused at the top, its fields, a way out and a way on. */
export function DialogForm({ saving, submit, close, label, failed, disabled, deeds, children }: Props) {
  const { t } = useTranslation();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <Refused error={saving.error} title={failed} />
        {children}
        <Group justify="flex-end">
          {deeds}
          <Button variant="default" onClick={close}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending} disabled={disabled === true}>
            {label ?? t('admin.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
