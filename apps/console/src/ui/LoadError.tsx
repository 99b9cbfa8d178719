import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState.js';
import { useProblemText } from './use-problem-text.js';

/** Error state of a list or page, with a retry button. */
export function LoadError({ error, again }: { error: unknown; again: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (
    <div role="alert">
      <EmptyState icon="alert" title={t('error.loading')} text={problemText(error)}>
        <Button variant="default" onClick={again}>
          {t('action.again')}
        </Button>
      </EmptyState>
    </div>
  );
}
