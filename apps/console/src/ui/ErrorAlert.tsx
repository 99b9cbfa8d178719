import { Alert, type AlertProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from './use-problem-text.js';

interface Props extends Pick<AlertProps, 'mt' | 'mb'> {
  /** the error; nothing is rendered without one */
  error: unknown;
  /** default: "not saved" */
  title?: string | undefined;
}

/** Alert for a failed request, shown beside its form or button. */
export function ErrorAlert({ error, title, ...space }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (!error) return null;
  return (
    <Alert color="red" role="alert" title={title ?? t('admin.notSaved')} {...space}>
      {problemText(error)}
    </Alert>
  );
}
