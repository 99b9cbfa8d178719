import { Alert, type AlertProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from './use-problem-text.js';

interface Props extends Pick<AlertProps, 'mt' | 'mb'> {
  /** what was refused and why; nothing is shown where nothing was */
  error: unknown;
  /** "this was not done" unless it can be said more exactly */
  title?: string | undefined;
}

/** Why something could not be done, beside where it was asked for. */
export function Refused({ error, title, ...space }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (!error) return null;
  return (
    <Alert color="red" role="alert" title={title ?? t('admin.notSaved')} {...space}>
      {problemText(error)}
    </Alert>
  );
}
