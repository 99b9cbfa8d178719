import { Alert, Button, Group, Modal, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../api/keys.js';
import { policiesApi, type Policy } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { tellDone } from '../../ui/tell.js';
import { useProblemText } from '../../ui/use-problem-text.js';
import classes from '../Admin.module.css';
import { faultsOf } from './faults.js';
import { LocalizedInputs } from './LocalizedInputs.js';
import { bodyOf, formOf, type PolicyForm } from './policy-form.js';
import { PolicyConditions } from './PolicyConditions.js';
import { PolicyPauses } from './PolicyPauses.js';
import { PolicySteps } from './PolicySteps.js';
import { PolicyTargets } from './PolicyTargets.js';
import { ALWAYS, useCalendars } from './use-calendars.js';

/** Refusals of the whole that are about one part. */
const ABOUT = { 'policy.exists': 'key', 'policy.same_conditions': 'conditions' };

/** A policy, new or known: for whom it is, what it promises, and what happens when that is not kept. */
export function PolicyDialog({ policy, close }: { policy: Policy | null; close: () => void }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const calendars = useCalendars();
  const [form, setForm] = useState<PolicyForm>(() => formOf(policy));
  const change = (more: Partial<PolicyForm>) => setForm((old) => ({ ...old, ...more }));
  const save = useMutation({
    mutationFn: () =>
      policy
        ? policiesApi.change(policy.key, policy.version, { ...bodyOf(form), active: form.active })
        : policiesApi.create({ ...bodyOf(form), key: form.key.trim() }),
    onSuccess: () => {
      tellDone(t('admin.saved'));
      close();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.allOfSla }),
  });
  const faults = faultsOf(save.error, ABOUT);
  const percent = (field: 'atRiskPercent' | 'reopenPercent') => (
    <NumberInput
      label={t(`sla.policy.${field}`)}
      description={t(`sla.policy.${field}Hint`)}
      required
      clampBehavior="none"
      suffix="%"
      value={form[field]}
      error={faults.at(field)}
      onChange={(value) => change({ [field]: value === '' ? '' : Number(value) })}
    />
  );
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      title={policy ? t('admin.editNamed', { name: localized(policy.name) }) : t('sla.policy.add')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          {save.isError && (
            <Alert color="red" role="alert" title={t('admin.notSaved')}>
              {problemText(save.error)}
            </Alert>
          )}
          {!policy && (
            <TextInput
              label={t('admin.field.key')}
              description={t('admin.keyHint')}
              required
              dir="ltr"
              maxLength={40}
              value={form.key}
              error={faults.at('key')}
              onChange={({ currentTarget }) => change({ key: currentTarget.value })}
            />
          )}
          <LocalizedInputs
            label={t('admin.field.name')}
            value={{ ar: form.ar, en: form.en }}
            fault={(language) => faults.at(`name.${language}`)}
            change={change}
          />
          <Select
            label={t('sla.policy.calendar')}
            description={t('sla.policy.calendarHint')}
            withAsterisk
            data={[
              { value: ALWAYS, label: t('sla.policy.always') },
              ...(calendars.data ?? [])
                .filter(({ active, key }) => active || key === form.calendar)
                .map(({ key, name }) => ({ value: key, label: localized(name) })),
            ]}
            value={form.calendar}
            error={faults.at('calendar')}
            onChange={(calendar) => change({ calendar })}
          />
          <PolicyConditions form={form} change={change} faults={faults} />
          <PolicyTargets form={form} change={change} faults={faults} />
          <PolicyPauses form={form} change={change} faults={faults} />
          <div className={classes.pair}>
            {percent('atRiskPercent')}
            {percent('reopenPercent')}
          </div>
          <PolicySteps form={form} change={change} faults={faults} />
          {policy && (
            <Switch
              label={t('admin.field.active')}
              description={t('admin.retireHint')}
              checked={form.active}
              onChange={({ currentTarget }) => change({ active: currentTarget.checked })}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('admin.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
