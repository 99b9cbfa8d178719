import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { NumberInput } from '../../ui/choice-fields.js';
import { DurationField } from './DurationField.js';
import type { SettingsProps } from './form.js';
import classes from './Rules.module.css';
import { SkillsSection } from './SkillsSection.js';
import { StepsSection } from './StepsSection.js';
import { COUNTRY_CALENDAR, useCalendars } from './use-rule-labels.js';

/** Routing settings of one queue, or the defaults of all queues without settings of their own. */
export function SettingsForm(props: SettingsProps) {
  return (
    <div className={classes.form}>
      <SkillsSection {...props} />
      <StepsSection {...props} />
      <StickySection {...props} />
      <LimitsSection {...props} />
      <HoursSection {...props} />
      <ReassignSection {...props} />
    </div>
  );
}

function StickySection({ settings, change, faultAt }: SettingsProps) {
  const { t } = useTranslation();
  const { sticky } = settings;
  return (
    <fieldset className={classes.section}>
      <legend>{t('rules.section.sticky')}</legend>
      <div className={classes.grid}>
        <DurationField
          label={t('rules.field.preferSeconds')}
          description={t('rules.hint.preferSeconds')}
          value={sticky.preferSeconds}
          change={(preferSeconds) => change({ ...settings, sticky: { ...sticky, preferSeconds } })}
          error={faultAt('sticky.preferSeconds')}
        />
        <DurationField
          label={t('rules.field.holdSeconds')}
          description={t('rules.hint.holdSeconds')}
          value={sticky.holdSeconds}
          change={(holdSeconds) => change({ ...settings, sticky: { ...sticky, holdSeconds } })}
          error={faultAt('sticky.holdSeconds')}
        />
      </div>
    </fieldset>
  );
}

function LimitsSection({ settings, change, faultAt }: SettingsProps) {
  const { t } = useTranslation();
  const { limits } = settings;
  return (
    <fieldset className={classes.section}>
      <legend>{t('rules.section.limits')}</legend>
      <div className={classes.grid}>
        {(['perAgent', 'total'] as const).map((name) => (
          <NumberInput
            key={name}
            label={t(`rules.field.${name}`)}
            description={t(`rules.hint.${name}`)}
            placeholder={t('rules.noLimit')}
            allowDecimal={false}
            allowNegative={false}
            value={limits[name] ?? ''}
            error={faultAt(`limits.${name}`)}
            onChange={(value) =>
              change({ ...settings, limits: { ...limits, [name]: value === '' ? null : Number(value) } })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

function HoursSection({ settings, change, faultAt }: SettingsProps) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const calendars = useCalendars();
  const { hours } = settings;
  const known = (calendars.data ?? []).filter(({ active, key }) => active || key === hours.calendar);
  return (
    <fieldset className={classes.section}>
      <legend>{t('rules.section.hours')}</legend>
      <div className={classes.grid}>
        <NativeSelect
          label={t('rules.field.calendar')}
          value={hours.calendar ?? ''}
          error={faultAt('hours.calendar')}
          data={[
            { value: '', label: t('rules.alwaysOpen') },
            { value: COUNTRY_CALENDAR, label: t('rules.countryHours') },
            ...known.map(({ key, name }) => ({ value: key, label: localized(name) })),
          ]}
          onChange={({ currentTarget }) =>
            change({ ...settings, hours: { ...hours, calendar: currentTarget.value || null } })
          }
        />
        <NativeSelect
          label={t('rules.field.calls')}
          description={t('rules.hint.calls')}
          value={hours.calls}
          disabled={hours.calendar === null}
          data={(['callback', 'reject'] as const).map((one) => ({
            value: one,
            label: t(`rules.calls.${one}`),
          }))}
          onChange={({ currentTarget }) =>
            change({
              ...settings,
              hours: { ...hours, calls: currentTarget.value as typeof hours.calls },
            })
          }
        />
      </div>
    </fieldset>
  );
}

function ReassignSection({ settings, change, faultAt }: SettingsProps) {
  const { t } = useTranslation();
  const { reassign } = settings;
  return (
    <fieldset className={classes.section}>
      <legend>{t('rules.section.reassign')}</legend>
      <p>{t('rules.hint.reassign')}</p>
      <div className={classes.grid}>
        {(['offlineSeconds', 'silentSeconds'] as const).map((name) => (
          <DurationField
            key={name}
            label={t(`rules.field.${name}`)}
            value={reassign[name]}
            empty={t('rules.never')}
            change={(value) => change({ ...settings, reassign: { ...reassign, [name]: value } })}
            error={faultAt(`reassign.${name}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}
