import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../api/admin-api.js';
import { useFormats } from '../i18n/format.js';
import { notifySuccess } from '../ui/notify.js';
import classes from './Admin.module.css';

/** A link for the administrator to pass on; it is shown only once. */
export function OneTimeLink({ name, invitation }: { name: string; invitation: Invitation }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const copy = () =>
    void navigator.clipboard?.writeText(invitation.url).then(() => notifySuccess(t('admin.users.copied')));
  return (
    <Alert color="green" role="status" title={t('admin.users.linkFor', { name })}>
      <p>{t('admin.users.linkOnce', { when: dateTime(invitation.expiresAt) })}</p>
      <bdi dir="ltr" className={classes.secret} data-testid="one-time-link">
        {invitation.url}
      </bdi>
      {'clipboard' in navigator && (
        <Button size="xs" variant="default" mt="sm" onClick={copy}>
          {t('admin.users.copy')}
        </Button>
      )}
    </Alert>
  );
}
