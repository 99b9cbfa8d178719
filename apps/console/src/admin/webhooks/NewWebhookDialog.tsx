import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WEBHOOK_TICKET_EVENTS, type WebhookEvent } from '#wasl/contracts';
import { rowsApi } from '../../api/admin-api.js';
import { queryKeys } from '../../api/query-keys.js';
import { webhooksApi } from '../../api/webhooks-api.js';
import { useFormats } from '../../i18n/format.js';
import type { Localized } from '../../i18n/languages.js';
import { usePermission } from '../../session/session.js';
import { Dialog } from '../../ui/Dialog.js';
import { DialogForm } from '../../ui/DialogForm.js';
import { faultsOf } from '../../ui/faults.js';
import { Select } from '../../ui/choice-fields.js';
import { CATALOGUES } from '../catalogue.js';
import { SecretShown, WebhookFields } from './WebhookFields.js';

const EMPTY = {
  url: '',
  events: [...WEBHOOK_TICKET_EVENTS] as WebhookEvent[],
  entity: null as string | null,
};

/** Creates a webhook and shows its secret once. */
export function NewWebhookDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState(EMPTY);
  const save = useMutation({
    mutationFn: () => webhooksApi.create({ ...form, url: form.url.trim() }),
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.webhooks }),
  });
  const faults = faultsOf(save.error);
  return (
    <Dialog size="lg" title={t('webhooks.new')} close={close}>
      {save.data ? (
        <Stack>
          <SecretShown secret={save.data.secret} title={t('webhooks.made')} />
          <Group justify="flex-end">
            <Button onClick={close}>{t('action.close')}</Button>
          </Group>
        </Stack>
      ) : (
        <DialogForm
          saving={save}
          submit={() => save.mutate()}
          close={close}
          disabled={form.events.length === 0}
        >
          <WebhookFields {...form} faults={faults} change={(fields) => setForm({ ...form, ...fields })} />
          <EntityField
            value={form.entity}
            error={faults.at('entity')}
            change={(entity) => setForm({ ...form, entity })}
          />
        </DialogForm>
      )}
    </Dialog>
  );
}

interface EntityProps {
  value: string | null;
  error: string | undefined;
  change: (entity: string | null) => void;
}

/** Hidden from those who may not see the list of entities. */
function EntityField({ value, error, change }: EntityProps) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const maySeeEntities = usePermission('admin.directory');
  const list = useQuery({
    queryKey: queryKeys.rowChoices('entities'),
    queryFn: () => rowsApi.all(CATALOGUES.entities.path),
    enabled: maySeeEntities,
  });
  if (!maySeeEntities) return null;
  return (
    <Select
      label={t('webhooks.entity')}
      description={t('webhooks.entityHint')}
      error={error}
      clearable
      data={(list.data ?? [])
        .filter((row) => row.active !== false)
        .map((row) => ({ value: String(row.key), label: localized(row.name as Localized) }))}
      value={value}
      onChange={change}
    />
  );
}
