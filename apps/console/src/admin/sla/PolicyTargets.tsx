import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CLOCK_KINDS, type ClockKind, PRIORITIES } from '#wasl/contracts';
import { NumberInput } from '../../ui/choice-fields.js';
import classes from '../Admin.module.css';
import { SERVICE_CLOCKS, type TargetForm } from './policy-form.js';
import type { PartProps } from './PolicyConditions.js';
import sla from './Sla.module.css';

/** Targets in minutes of the policy's calendar, and their factors by priority. */
export function PolicyTargets({ form, faults, change }: PartProps) {
  const { t } = useTranslation();
  const setTarget = (clock: ClockKind, more: Partial<TargetForm>) =>
    change({ targets: { ...form.targets, [clock]: { ...form.targets[clock], ...more } } });
  const fault = faults.at('targets');
  return (
    <fieldset className={sla.group}>
      <legend>{t('sla.policy.targets')}</legend>
      <p className={sla.quiet}>{t('sla.policy.targetsHint')}</p>
      {fault && (
        <p role="alert" className={sla.fault}>
          {fault}
        </p>
      )}
      {CLOCK_KINDS.map((clock) => {
        const target = form.targets[clock];
        return (
          <div key={clock} className={sla.line}>
            <Switch
              label={t(`promise.clock.${clock}`)}
              checked={target.on}
              onChange={({ currentTarget }) => setTarget(clock, { on: currentTarget.checked })}
            />
            {target.on && (
              <NumberInput
                aria-label={t('sla.policy.minutesOf', { clock: t(`promise.clock.${clock}`) })}
                clampBehavior="none"
                allowDecimal={false}
                suffix={` ${t('sla.policy.minutes')}`}
                value={target.minutes}
                error={faults.within(`targets.${clock}`)}
                onChange={(value) => setTarget(clock, { minutes: value === '' ? '' : Number(value) })}
              />
            )}
            {target.on && SERVICE_CLOCKS.includes(clock) && (
              <Switch
                label={t('sla.policy.ofService')}
                aria-label={t('sla.policy.ofServiceOf', { clock: t(`promise.clock.${clock}`) })}
                checked={target.ofService}
                onChange={({ currentTarget }) => setTarget(clock, { ofService: currentTarget.checked })}
              />
            )}
          </div>
        );
      })}
      <p className={sla.quiet}>{t('sla.policy.factorsHint')}</p>
      <div className={classes.pair}>
        {PRIORITIES.map((priority) => (
          <NumberInput
            key={priority}
            label={t('sla.policy.factor', { priority: t(`priority.${priority}`) })}
            clampBehavior="none"
            decimalScale={2}
            prefix="× "
            placeholder="× 1"
            value={form.factors[priority]}
            error={faults.at(`factors.${priority}`)}
            onChange={(value) =>
              change({ factors: { ...form.factors, [priority]: value === '' ? '' : Number(value) } })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
