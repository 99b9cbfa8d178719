import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import { EmptyState } from '../ui/EmptyState.js';
import { faultsOf } from '../ui/faults.js';
import { TextInput } from '../ui/fields.js';
import { useProblemText } from '../ui/use-problem-text.js';

/** Asks why a ticket of a restricted service has to be read; the reason goes to the audit trail. */
export function OpenRestricted({ number }: { number: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const open = useMutation({
    mutationFn: () => ticketsApi.openRestricted(number, reason.trim()),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.ticket(number) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
  };
  return (
    <EmptyState icon="alert" title={t('restricted.title')} text={t('restricted.lead')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('restricted.reason')}
            required
            minLength={3}
            maxLength={500}
            dir="auto"
            data-autofocus
            value={reason}
            error={faultsOf(open.error).at('reason') ?? (open.error ? problemText(open.error) : undefined)}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Button type="submit" loading={open.isPending}>
            {t('restricted.open')}
          </Button>
        </Stack>
      </form>
    </EmptyState>
  );
}
