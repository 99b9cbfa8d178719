import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberInput } from '../../ui/choice-fields.js';
import classes from './Rules.module.css';
import { SECONDS_OF, type TimeUnit, UNITS, unitOf } from './duration.js';

interface Props<T extends number | null> {
  label: string;
  description?: string;
  value: T;
  change: (seconds: T) => void;
  error?: string | undefined;
  /** what an empty field means; without it an empty field counts as 0 */
  empty?: string;
  mayBeNegative?: boolean;
}

/** A duration in a suitable unit. The value is in seconds; the api validates it. */
export function DurationField<T extends number | null>(props: Props<T>) {
  const { t } = useTranslation();
  const { value, change, label } = props;
  const [unit, setUnit] = useState<TimeUnit>(() => unitOf(value));
  return (
    <div className={classes.duration}>
      <NumberInput
        label={label}
        description={props.description}
        error={props.error}
        placeholder={props.empty}
        allowNegative={props.mayBeNegative ?? false}
        decimalScale={2}
        value={value === null ? '' : value / SECONDS_OF[unit]}
        onChange={(next) => {
          const nothing = next === '' && props.empty !== undefined;
          change((nothing ? null : Math.round((Number(next) || 0) * SECONDS_OF[unit])) as T);
        }}
      />
      <NativeSelect
        aria-label={t('rules.unitOf', { name: label })}
        value={unit}
        onChange={({ currentTarget }) => setUnit(currentTarget.value as TimeUnit)}
        data={UNITS.map((one) => ({ value: one, label: t(`rules.unit.${one}`) }))}
      />
    </div>
  );
}
