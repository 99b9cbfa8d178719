import { useTranslation } from 'react-i18next';
import { AUDIENCES, PRIORITIES, TICKET_KINDS } from '#wasl/contracts';
import { useServices } from '../../api/queries.js';
import { useFormats } from '../../i18n/format.js';
import { Select } from '../../ui/choice-fields.js';
import classes from '../Admin.module.css';
import type { Faults } from '../../ui/faults.js';
import type { PolicyForm } from './policy-form.js';
import sla from './Sla.module.css';

export interface PartProps {
  form: PolicyForm;
  faults: Faults;
  change: (more: Partial<PolicyForm>) => void;
}

export interface Conditions {
  service: string | null;
  kind: PolicyForm['kind'];
  priority: PolicyForm['priority'];
  audience: PolicyForm['audience'];
}

interface FieldsProps {
  value: Conditions;
  faults: Faults;
  /** whether the combination of all four was refused */
  clash?: boolean;
  anyLabel: string;
  change: (more: Partial<Conditions>) => void;
}

/** Which tickets a policy applies to; two active policies cannot have the same conditions. */
export function PolicyConditions({ form, faults, change }: PartProps) {
  const { t } = useTranslation();
  const clash = faults.at('conditions');
  return (
    <fieldset className={sla.group}>
      <legend>{t('sla.policy.conditions')}</legend>
      <p className={sla.quiet}>{t('sla.policy.conditionsHint')}</p>
      <ConditionFields
        value={form}
        faults={faults}
        clash={clash !== undefined}
        anyLabel={t('sla.policy.any')}
        change={change}
      />
      {clash && (
        <p role="alert" className={sla.fault}>
          {clash}
        </p>
      )}
    </fieldset>
  );
}

export function ConditionFields({ value, faults, clash = false, anyLabel, change }: FieldsProps) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const services = useServices();
  const field = (name: keyof Conditions, choices: { value: string; label: string }[]) => (
    <Select
      label={t(`sla.policy.condition.${name}`)}
      searchable={name === 'service'}
      allowDeselect={false}
      data={[{ value: '', label: anyLabel }, ...choices]}
      value={value[name] ?? ''}
      error={faults.at(name) ?? clash}
      onChange={(chosen) => change({ [name]: chosen || null })}
    />
  );
  return (
    <div className={classes.pair}>
      {field(
        'service',
        (services.data ?? []).map(({ code, name }) => ({ value: code, label: localized(name) })),
      )}
      {field(
        'kind',
        TICKET_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
      )}
      {field(
        'priority',
        PRIORITIES.map((priority) => ({ value: priority, label: t(`priority.${priority}`) })),
      )}
      {field(
        'audience',
        AUDIENCES.map((audience) => ({ value: audience, label: t(`audience.${audience}`) })),
      )}
    </div>
  );
}
