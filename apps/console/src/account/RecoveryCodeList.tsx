import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../admin/Admin.module.css';
import { notifySuccess } from '../ui/notify.js';

/** Recovery codes, shown once, to copy or download. */
export function RecoveryCodeList({ codes, done }: { codes: string[]; done: () => void }) {
  const { t } = useTranslation();
  const text = codes.join('\n');
  const copy = () =>
    void navigator.clipboard?.writeText(text).then(() => notifySuccess(t('admin.users.copied')));
  return (
    <Alert color="green" role="status" title={t('recovery.title')}>
      <p>{t('recovery.keep')}</p>
      <bdi dir="ltr" className={classes.codes} data-testid="recovery-codes">
        {text}
      </bdi>
      <Group mt="sm">
        {'clipboard' in navigator && (
          <Button variant="default" onClick={copy}>
            {t('admin.users.copy')}
          </Button>
        )}
        <Button
          variant="default"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
          download="wasl-recovery-codes.txt"
        >
          {t('recovery.download')}
        </Button>
        <Button onClick={done}>{t('recovery.kept')}</Button>
      </Group>
    </Alert>
  );
}
