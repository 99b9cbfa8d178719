import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Nothing.module.css';

export function LoadingIndicator() {
  const { t } = useTranslation();
  return (
    <div className={classes.nothing} role="status">
      <Loader size="md" type="dots" />
      <span className="visually-hidden">{t('state.loading')}</span>
    </div>
  );
}
