import { useTranslation } from 'react-i18next';
import { CLOCK_KINDS, type ClockKind, PENDING_ON } from '#wasl/contracts';
import { MultiSelect } from '../../ui/choice-fields.js';
import classes from '../Admin.module.css';
import type { PartProps } from './PolicyConditions.js';
import sla from './Sla.module.css';

/** Which clocks pause, by whom the ticket is pending on. */
export function PolicyPauses({ form, faults, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={sla.group}>
      <legend>{t('sla.policy.pauses')}</legend>
      <p className={sla.quiet}>{t('sla.policy.pausesHint')}</p>
      <div className={classes.pair}>
        {PENDING_ON.map((on) => (
          <MultiSelect
            key={on}
            label={t(`pendingOn.${on}`)}
            data={CLOCK_KINDS.map((clock) => ({ value: clock, label: t(`promise.clock.${clock}`) }))}
            value={form.pauses[on]}
            error={faults.within(`pauses.${on}`)}
            onChange={(clocks) => change({ pauses: { ...form.pauses, [on]: clocks as ClockKind[] } })}
          />
        ))}
      </div>
    </fieldset>
  );
}
