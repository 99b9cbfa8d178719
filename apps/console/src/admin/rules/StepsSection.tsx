import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys.js';
import type { RelaxStep } from '../../api/routing-api.js';
import { useFormats } from '../../i18n/format.js';
import type { Localized } from '../../i18n/languages.js';
import { MultiSelect } from '../../ui/choice-fields.js';
import { Icon } from '../../ui/icons.js';
import { rowsApi } from '../../api/admin-api.js';
import { DurationField } from './DurationField.js';
import { type FaultAt, replaced, type SettingsProps, without } from './form.js';
import classes from './Rules.module.css';
import { useRuleLabels } from './use-rule-labels.js';

const STEP_SECONDS = 60;

/** Relaxation steps: lower requirements and overflow as work waits. */
export function StepsSection({ settings, change, faultAt }: SettingsProps) {
  const { t } = useTranslation();
  const { steps } = settings;
  const set = (list: RelaxStep[]) => change({ ...settings, steps: list });
  const add = () => set([...steps, { afterSeconds: (steps.at(-1)?.afterSeconds ?? 0) + STEP_SECONDS }]);
  const circle = faultAt('steps');
  return (
    <fieldset className={classes.section}>
      <legend>{t('rules.section.steps')}</legend>
      <p>{t('rules.hint.steps')}</p>
      {circle && (
        <p className={classes.fault} role="alert">
          {circle}
        </p>
      )}
      {steps.map((step, n) => (
        <StepFields
          key={n}
          n={n}
          step={step}
          required={settings.skills.filter(({ need }) => need === 'required').map(({ skill }) => skill)}
          faultAt={(path) => faultAt(`steps.${n}.${path}`)}
          change={(value) => set(replaced(steps, n, value))}
          remove={() => set(without(steps, n))}
        />
      ))}
      <div>
        <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={add}>
          {t('rules.addStep')}
        </Button>
      </div>
    </fieldset>
  );
}

interface StepProps {
  n: number;
  step: RelaxStep;
  required: string[];
  faultAt: FaultAt;
  change: (step: RelaxStep) => void;
  remove: () => void;
}

function StepFields({ n, step, required, faultAt, change, remove }: StepProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const words = useRuleLabels();
  const name = t('rules.step', { n: number(n + 1) });
  const lowered = [...new Set([...required, ...Object.keys(step.levels ?? {})])];
  return (
    <div className={classes.step} role="group" aria-label={name}>
      <strong>{name}</strong>
      <div className={classes.grid}>
        <DurationField
          label={t('rules.afterOf', { step: name })}
          value={step.afterSeconds}
          change={(afterSeconds) => change({ ...step, afterSeconds })}
          error={faultAt('afterSeconds')}
        />
        <NativeSelect
          label={t('rules.languageFrom')}
          value={step.language ?? ''}
          error={faultAt('language')}
          data={[
            { value: '', label: t('rules.asBefore') },
            ...(['preferred', 'ignored'] as const).map((need) => ({ value: need, label: words.need(need) })),
          ]}
          onChange={({ currentTarget }) =>
            change(
              omitUndefined({
                ...step,
                language: (currentTarget.value || undefined) as 'preferred' | undefined,
              }),
            )
          }
        />
        {lowered.map((skill) => (
          <NativeSelect
            key={skill}
            label={t('rules.levelFrom', { skill: words.skillName(skill) })}
            value={step.levels?.[skill] === undefined ? '' : String(step.levels[skill])}
            error={faultAt(`levels.${skill}`)}
            data={[
              { value: '', label: t('rules.asBefore') },
              ...[4, 3, 2, 1].map((level) => ({ value: String(level), label: number(level) })),
              { value: '0', label: t('rules.notRequired') },
            ]}
            onChange={({ currentTarget }) => change(withLevel(step, skill, currentTarget.value))}
          />
        ))}
      </div>
      <OverflowFields step={step} faultAt={faultAt} change={change} />
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={remove}
          aria-label={t('rules.removeStep', { step: name })}
        >
          {t('rules.remove')}
        </Button>
      </div>
    </div>
  );
}

/** Overflow: queues whose agents may also take the work. */
function OverflowFields({ step, faultAt, change }: Pick<StepProps, 'step' | 'faultAt' | 'change'>) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const queues = useQuery({
    queryKey: queryKeys.rowChoices('queues'),
    queryFn: () => rowsApi.all('/api/v1/admin/queues'),
  });
  const entities = useQuery({
    queryKey: queryKeys.rowChoices('entities'),
    queryFn: () => rowsApi.all('/api/v1/admin/entities'),
  });
  const options = (rows: Record<string, unknown>[] | undefined) =>
    (rows ?? []).map(({ key, name }) => ({ value: String(key), label: localized(name as Localized) }));
  const pools = [...new Set((queues.data ?? []).map(({ pool }) => String(pool)))];
  const data = { queues: options(queues.data), pools, entities: options(entities.data) };
  return (
    <div className={classes.grid}>
      {(['queues', 'pools', 'entities'] as const).map((kind) => (
        <MultiSelect
          key={kind}
          label={t(`rules.opens.${kind}`)}
          data={data[kind]}
          value={[...(step[kind] ?? [])]}
          error={faultAt(kind) ?? (step[kind] ?? []).map((_one, i) => faultAt(`${kind}.${i}`)).find(Boolean)}
          onChange={(chosen) =>
            change(omitUndefined({ ...step, [kind]: chosen.length > 0 ? chosen : undefined }))
          }
        />
      ))}
    </div>
  );
}

function withLevel(step: RelaxStep, skill: string, value: string): RelaxStep {
  const { [skill]: _before, ...others } = step.levels ?? {};
  const levels = value === '' ? others : { ...others, [skill]: Number(value) };
  return omitUndefined({ ...step, levels: Object.keys(levels).length > 0 ? levels : undefined });
}

/** Omits undefined fields. */
const omitUndefined = (step: { [K in keyof RelaxStep]: RelaxStep[K] | undefined }): RelaxStep =>
  Object.fromEntries(Object.entries(step).filter(([, value]) => value !== undefined)) as unknown as RelaxStep;
