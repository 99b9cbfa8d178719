import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from './ErrorAlert.js';

interface Props {
  /** the mutation that submits the form */
  saving: { isPending: boolean; error: unknown };
  submit: () => void;
  close: () => void;
  /** label of the submit button, default "Save" */
  label?: string;
  /** title of the error alert */
  failed?: string;
  disabled?: boolean;
  /** further buttons, before cancel and submit */
  extraActions?: ReactNode;
  children: ReactNode;
}

/** A form in a dialog: error alert, fields, cancel and submit. */
export function DialogForm({
  saving,
  submit,
  close,
  label,
  failed,
  disabled,
  extraActions,
  children,
}: Props) {
  const { t } = useTranslation();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <ErrorAlert error={saving.error} title={failed} />
        {children}
        <Group justify="flex-end">
          {extraActions}
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
