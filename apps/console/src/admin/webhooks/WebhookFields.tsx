import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WEBHOOK_TICKET_EVENTS, type WebhookEvent } from '#wasl/contracts';
import type { Faults } from '../../ui/faults.js';
import { MultiSelect } from '../../ui/choice-fields.js';
import { TextInput } from '../../ui/fields.js';
import { notifySuccess } from '../../ui/notify.js';
import classes from '../Admin.module.css';
import { eventKey } from './event-key.js';

interface Props {
  url: string;
  events: WebhookEvent[];
  faults: Faults;
  change: (fields: { url?: string; events?: WebhookEvent[] }) => void;
}

/** The address and the events. Events that cannot happen yet are offered only where they were chosen. */
export function WebhookFields({ url, events, faults, change }: Props) {
  const { t } = useTranslation();
  const offered = [...new Set<WebhookEvent>([...WEBHOOK_TICKET_EVENTS, ...events])];
  return (
    <>
      <TextInput
        label={t('webhooks.url')}
        description={t('webhooks.urlHint')}
        error={faults.at('url')}
        required
        type="url"
        dir="ltr"
        maxLength={2000}
        value={url}
        onChange={({ currentTarget }) => change({ url: currentTarget.value })}
      />
      <MultiSelect
        label={t('webhooks.events')}
        description={t('webhooks.eventsHint')}
        error={faults.within('events')}
        required
        data={offered.map((event) => ({ value: event, label: t(`webhooks.event.${eventKey(event)}`) }))}
        value={events}
        onChange={(chosen) => change({ events: chosen })}
      />
    </>
  );
}

/** A secret, shown once. */
export function SecretShown({ secret, title }: { secret: string; title: string }) {
  const { t } = useTranslation();
  const copy = () =>
    void navigator.clipboard?.writeText(secret).then(() => notifySuccess(t('admin.users.copied')));
  return (
    <Alert color="green" role="status" title={title}>
      <p>{t('webhooks.once')}</p>
      <bdi dir="ltr" className={classes.secret}>
        {secret}
      </bdi>
      {'clipboard' in navigator && (
        <Button size="xs" variant="default" mt="sm" onClick={copy}>
          {t('admin.users.copy')}
        </Button>
      )}
    </Alert>
  );
}
