import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reportsApi } from '../api/api.js';
import { useFormats } from '../i18n/format.js';
import { NumberInput } from '../ui/choice-fields.js';
import { useProblemText } from '../ui/use-problem-text.js';
import classes from './Reports.module.css';

const FIELDS = [
  'calls',
  'intervalMinutes',
  'aht',
  'threshold',
  'agentsGiven',
  'target',
  'patience',
  'shrinkage',
] as const;
/** The service level wanted is needed only where the agents are not given. */
const isRequired = (field: (typeof FIELDS)[number], values: Values) =>
  field === 'target' ? values.agentsGiven === '' : !['agentsGiven', 'patience', 'shrinkage'].includes(field);
type Values = Record<(typeof FIELDS)[number], number | string>;
const FIRST: Values = {
  calls: 100,
  intervalMinutes: 30,
  aht: 240,
  threshold: 20,
  agentsGiven: '',
  target: 80,
  patience: '',
  shrinkage: 30,
};

/** Staffing calculator. */
export function StaffingCalculator() {
  const { t } = useTranslation();
  const [values, setValues] = useState(FIRST);
  const ask = useMutation({ mutationFn: () => reportsApi.staff(questionOf(values)) });
  return (
    <section aria-labelledby="reports-what-if" className={classes.screenOnly}>
      <h2 id="reports-what-if">{t('reports.whatIf')}</h2>
      <p className={classes.hint}>{t('reports.whatIfHint')}</p>
      <form
        className={classes.question}
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        {FIELDS.map((field) => (
          <NumberInput
            key={field}
            label={t(`reports.${field}`)}
            required={isRequired(field, values)}
            disabled={field === 'target' && values.agentsGiven !== ''}
            min={0}
            value={values[field]}
            onChange={(value) => setValues({ ...values, [field]: value })}
            hideControls
          />
        ))}
        <Button type="submit" loading={ask.isPending}>
          {t('reports.ask')}
        </Button>
      </form>
      <div aria-live="polite">
        <Answer answer={ask.data} error={ask.error} />
      </div>
    </section>
  );
}

type Answered = Awaited<ReturnType<typeof reportsApi.staff>>;

function Answer({ answer, error }: { answer: Answered | undefined; error: unknown }) {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const problemText = useProblemText();
  if (error)
    return (
      <Alert color="red" mt="sm" title={t('reports.refused')}>
        {problemText(error)}
      </Alert>
    );
  if (!answer) return null;
  const share = (value: number) => percent(value * 100);
  return (
    <Alert
      mt="sm"
      title={t('reports.answer', { agents: number(answer.agents), rostered: number(answer.rostered) })}
    >
      {t('reports.answerMore', {
        level: share(answer.serviceLevel),
        wait: number(Math.round(answer.asaSeconds * 10) / 10),
        occupancy: share(answer.occupancy),
        abandonment: share(answer.abandonment),
      })}
    </Alert>
  );
}

function questionOf(values: Values) {
  const patience = values.patience === '' ? {} : { patienceSeconds: Number(values.patience) };
  return {
    calls: Number(values.calls),
    intervalSeconds: Number(values.intervalMinutes) * 60,
    ahtSeconds: Number(values.aht),
    thresholdSeconds: Number(values.threshold),
    ...(values.agentsGiven === ''
      ? { target: Number(values.target) / 100 }
      : { agents: Number(values.agentsGiven) }),
    shrinkage: Number(values.shrinkage || 0) / 100,
    ...patience,
  };
}
