import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys.js';
import { policiesApi, type Policy } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { Dialog } from '../../ui/Dialog.js';
import { DialogForm } from '../../ui/DialogForm.js';
import { NumberInput, Select } from '../../ui/choice-fields.js';
import { notifySuccess } from '../../ui/notify.js';
import classes from '../Admin.module.css';
import { ActiveSwitch, KeyInput } from '../CommonFields.js';
import { faultsOf } from '../../ui/faults.js';
import { LocalizedInputs } from '../LocalizedInputs.js';
import { bodyOf, formOf, type PolicyForm } from './policy-form.js';
import { PolicyConditions } from './PolicyConditions.js';
import { PolicyPauses } from './PolicyPauses.js';
import { PolicySteps } from './PolicySteps.js';
import { PolicyTargets } from './PolicyTargets.js';
import { ALWAYS_OPEN, useCalendars } from './use-calendars.js';

/** Conflict codes that belong to one section. */
const ABOUT = { 'policy.exists': 'key', 'policy.same_conditions': 'conditions' };

/** Creates or edits an SLA policy: conditions, targets, pauses and escalation steps. */
export function PolicyDialog({ policy, close }: { policy: Policy | null; close: () => void }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
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
      notifySuccess(t('admin.saved'));
      close();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.allOfSla }),
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
    <Dialog
      size="xl"
      title={policy ? t('admin.editNamed', { name: localized(policy.name) }) : t('sla.policy.add')}
      close={close}
    >
      <DialogForm saving={save} submit={() => save.mutate()} close={close}>
        {!policy && <KeyInput value={form.key} error={faults.at('key')} change={(key) => change({ key })} />}
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
            { value: ALWAYS_OPEN, label: t('sla.policy.always') },
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
          <ActiveSwitch
            value={form.active}
            error={faults.at('active')}
            change={(active) => change({ active })}
          />
        )}
      </DialogForm>
    </Dialog>
  );
}
