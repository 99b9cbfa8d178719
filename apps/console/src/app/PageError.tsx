import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState.js';

/** Error boundary of the router: a bug, or a new release while the page was open; reloading fixes both. */
export function PageError() {
  const { t } = useTranslation();
  return (
    <main>
      <EmptyState icon="alert" title={t('error.page')} text={t('error.pageHint')}>
        <Button onClick={() => location.reload()}>{t('action.reload')}</Button>
      </EmptyState>
    </main>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState icon="search" title={t('error.noPage')} text={t('error.noPageHint')}>
      <Button component={Link} to="/tickets">
        {t('nav.tickets')}
      </Button>
    </EmptyState>
  );
}
