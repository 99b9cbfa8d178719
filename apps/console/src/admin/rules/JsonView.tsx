import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '../../ui/notify.js';
import classes from './Rules.module.css';

/** The rules as one JSON document, to read, copy or send through the API. */
export function JsonView({ value }: { value: object }) {
  const { t } = useTranslation();
  const text = JSON.stringify(value, null, 2);
  const copy = () =>
    void navigator.clipboard?.writeText(text).then(() => notifySuccess(t('admin.users.copied')));
  return (
    <details>
      <summary>{t('rules.asJson')}</summary>
      <pre dir="ltr" lang="en" className={classes.json} tabIndex={0}>
        {text}
      </pre>
      {'clipboard' in navigator && (
        <Button size="xs" variant="default" mt="xs" onClick={copy}>
          {t('admin.users.copy')}
        </Button>
      )}
    </details>
  );
}
