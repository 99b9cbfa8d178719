import { Alert, Button, Divider, Group, Stack, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WebhookEvent } from '#wasl/contracts';
import { queryKeys } from '../../api/query-keys.js';
import { webhooksApi, type WebhookShown } from '../../api/webhooks-api.js';
import { useFormats } from '../../i18n/format.js';
import { Dialog } from '../../ui/Dialog.js';
import { DialogForm } from '../../ui/DialogForm.js';
import { ErrorAlert } from '../../ui/ErrorAlert.js';
import { faultsOf } from '../../ui/faults.js';
import { notifySuccess } from '../../ui/notify.js';
import { SecretShown, WebhookFields } from './WebhookFields.js';

interface Props {
  webhook: WebhookShown;
  close: () => void;
}

/** Changes, disables, rotates or removes a webhook. */
export function EditWebhookDialog({ webhook, close }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState<{ url: string; events: WebhookEvent[]; enabled: boolean }>(webhook);
  const save = useMutation({
    mutationFn: () => {
      const { url, events, enabled } = form;
      return webhooksApi.change(webhook, { url: url.trim(), events, enabled });
    },
    onSuccess: () => {
      notifySuccess(t('admin.saved'));
      close();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.webhooks }),
  });
  return (
    <Dialog size="lg" title={t('webhooks.edit')} close={close}>
      <DialogForm
        saving={save}
        submit={() => save.mutate()}
        close={close}
        disabled={form.events.length === 0}
      >
        <WebhookFields
          {...form}
          faults={faultsOf(save.error)}
          change={(fields) => setForm({ ...form, ...fields })}
        />
        <Switch
          label={t('webhooks.enabled')}
          description={t('webhooks.enabledHint')}
          checked={form.enabled}
          onChange={({ currentTarget }) => setForm({ ...form, enabled: currentTarget.checked })}
        />
        {!webhook.enabled && form.enabled && <Alert role="status">{t('webhooks.replayHint')}</Alert>}
      </DialogForm>
      <Divider my="lg" />
      <Stack>
        <Rotate webhook={webhook} />
        <Remove webhook={webhook} removed={close} />
      </Stack>
    </Dialog>
  );
}

function Rotate({ webhook }: { webhook: WebhookShown }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const queries = useQueryClient();
  const rotate = useMutation({
    mutationFn: () => webhooksApi.rotate(webhook.id),
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.webhooks }),
  });
  return (
    <Confirmed
      label={t('webhooks.rotate')}
      hint={t('webhooks.rotateHint')}
      confirm={t('webhooks.rotateNow')}
      action={rotate}
    >
      {rotate.data && (
        <SecretShown
          secret={rotate.data.secret}
          title={t('webhooks.rotated', { when: dateTime(rotate.data.earlierSecretUntil) })}
        />
      )}
    </Confirmed>
  );
}

function Remove({ webhook, removed }: { webhook: WebhookShown; removed: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => webhooksApi.remove(webhook.id),
    onSuccess: () => {
      notifySuccess(t('webhooks.removed'));
      removed();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.webhooks }),
  });
  return (
    <Confirmed
      label={t('webhooks.remove')}
      hint={t('webhooks.removeHint')}
      confirm={t('webhooks.removeNow')}
      action={remove}
    />
  );
}

interface ConfirmedProps {
  label: string;
  hint: string;
  confirm: string;
  action: { isPending: boolean; error: unknown; mutate: () => void };
  children?: React.ReactNode;
}

/** An action that needs a second press in the same place. */
function Confirmed({ label, hint, confirm, action, children }: ConfirmedProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const run = () => {
    setAsked(false);
    action.mutate();
  };
  return (
    <>
      <ErrorAlert error={action.error} title={t('admin.notSaved')} />
      <div>
        {asked ? (
          <Group gap="xs">
            <Button size="xs" color="red" onClick={run}>
              {confirm}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsked(false)}>
              {t('action.cancel')}
            </Button>
            <span>{hint}</span>
          </Group>
        ) : (
          <Button size="xs" variant="default" loading={action.isPending} onClick={() => setAsked(true)}>
            {label}
          </Button>
        )}
      </div>
      {children}
    </>
  );
}
