import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../ui/fields.js';

interface Props<T> {
  value: T;
  error: string | undefined;
  change: (value: T) => void;
}

/** The name by which programs know something; it is given once. */
export function KeyInput({ value, error, change }: Props<string>) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('admin.field.key')}
      description={t('admin.keyHint')}
      required
      dir="ltr"
      maxLength={40}
      value={value}
      error={error}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}

/** What is retired stays where it was used, and cannot be chosen any more. */
export function ActiveSwitch({ value, error, change }: Props<boolean>) {
  const { t } = useTranslation();
  return (
    <Switch
      label={t('admin.field.active')}
      description={t('admin.retireHint')}
      checked={value}
      error={error}
      onChange={({ currentTarget }) => change(currentTarget.checked)}
    />
  );
}
