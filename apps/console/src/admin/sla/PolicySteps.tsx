import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CLOCK_KINDS, ESCALATIONS, PRIORITIES } from '#wasl/contracts';
import { useQueues } from '../../api/queries.js';
import { useFormats } from '../../i18n/format.js';
import { NumberInput, Select } from '../../ui/choice-fields.js';
import { Icon } from '../../ui/icons.js';
import { type StepForm, withStep } from './policy-form.js';
import type { PartProps } from './PolicyConditions.js';
import sla from './Sla.module.css';

/** Escalation steps: actions when a clock has used a share of its time. */
export function PolicySteps({ form, faults, change }: PartProps) {
  const { t } = useTranslation();
  const { steps } = form;
  const set = (n: number, more: Partial<StepForm>) =>
    change({ steps: steps.map((step, index) => (index === n ? { ...step, ...more } : step)) });
  const fault = faults.at('steps');
  return (
    <fieldset className={sla.group}>
      <legend>{t('sla.policy.steps')}</legend>
      <p className={sla.quiet}>{t('sla.policy.stepsHint')}</p>
      {fault && (
        <p role="alert" className={sla.fault}>
          {fault}
        </p>
      )}
      {steps.map((step, n) => (
        <Step
          key={step.key}
          n={n}
          step={step}
          faults={faults}
          set={(more) => set(n, more)}
          remove={() => change({ steps: steps.filter((_, index) => index !== n) })}
        />
      ))}
      <Button
        size="xs"
        variant="default"
        mt="sm"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => change({ steps: withStep(steps) })}
      >
        {t('sla.policy.addStep')}
      </Button>
    </fieldset>
  );
}

interface StepProps {
  n: number;
  step: StepForm;
  faults: PartProps['faults'];
  set: (more: Partial<StepForm>) => void;
  remove: () => void;
}

function Step({ n, step, faults, set, remove }: StepProps) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queues = useQueues();
  const place = `steps.${n}`;
  return (
    <div className={sla.step} role="group" aria-label={t('sla.policy.stepNumber', { n: n + 1 })}>
      <Select
        label={t('sla.policy.clock')}
        allowDeselect={false}
        data={CLOCK_KINDS.map((clock) => ({ value: clock, label: t(`promise.clock.${clock}`) }))}
        value={step.clock}
        error={faults.at(`${place}.clock`) ?? faults.at(`${place}.key`)}
        onChange={(clock) => clock && set({ clock })}
      />
      <NumberInput
        label={t('sla.policy.percent')}
        clampBehavior="none"
        allowDecimal={false}
        suffix="%"
        value={step.percent}
        error={faults.at(`${place}.percent`)}
        onChange={(value) => set({ percent: value === '' ? '' : Number(value) })}
      />
      <Select
        label={t('sla.policy.deed')}
        allowDeselect={false}
        data={ESCALATIONS.map((deed) => ({ value: deed, label: t(`sla.deed.${deed}`) }))}
        value={step.do}
        error={faults.at(`${place}.do`)}
        onChange={(deed) => deed && set({ do: deed })}
      />
      {step.do === 'raise_priority' && (
        <Select
          label={t('field.priority')}
          data={PRIORITIES.map((priority) => ({ value: priority, label: t(`priority.${priority}`) }))}
          value={step.priority}
          error={faults.at(`${place}.priority`)}
          onChange={(priority) => set({ priority })}
        />
      )}
      {step.do === 'move' && (
        <Select
          label={t('field.queue')}
          data={(queues.data ?? []).map(({ key, name }) => ({ value: key, label: localized(name) }))}
          value={step.queue}
          error={faults.at(`${place}.queue`)}
          onChange={(queue) => set({ queue })}
        />
      )}
      <Button variant="default" aria-label={t('sla.policy.removeStep', { n: n + 1 })} onClick={remove}>
        <Icon name="close" size={14} />
      </Button>
    </div>
  );
}
