import { SegmentedControl, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys.js';
import { calendarsApi, type IslamicMonth } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { DateField, DateTimeField } from '../../ui/dates/DateField.js';
import { Select } from '../../ui/choice-fields.js';
import { TextInput } from '../../ui/fields.js';
import { serverNow } from '../../ui/server-clock.js';
import classes from '../Admin.module.css';
import type { Faults } from '../../ui/faults.js';
import { LocalizedInputs } from '../LocalizedInputs.js';
import type { AnnouncementForm } from './announcement-form.js';
import { dayAfter, dayText, islamicMonthText, offsetText } from './dates.js';
import sla from './Sla.module.css';
import { COUNTRY_CALENDAR, useCalendars } from './use-calendars.js';

interface Props {
  form: AnnouncementForm;
  faults: Faults;
  change: (more: Partial<AnnouncementForm>) => void;
}

/** Moves the start of an Islamic month a day earlier or later than computed, after the sighting of the moon. */
export function MonthFields({ form, faults, change }: Props) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const months = useIslamicMonths();
  const label = (month: IslamicMonth) =>
    t('sla.announce.monthOf', {
      month: islamicMonthText(month.computed, language),
      year: month.year,
      day: dayText(month.computed, language),
    });
  const { month, shift } = form;
  return (
    <>
      <Select
        label={t('sla.announce.month')}
        searchable
        data={months.map((one) => ({ value: one.computed, label: label(one) }))}
        value={month?.computed ?? null}
        error={faults.at('days') ?? faults.within('month')}
        onChange={(computed) => change({ month: months.find((one) => one.computed === computed) ?? null })}
      />
      <SegmentedControl
        aria-label={t('sla.announce.shift.label')}
        data={[-1, 0, 1].map((days) => ({
          value: String(days),
          label: t(`sla.announce.shift.${days === 0 ? 'none' : days < 0 ? 'earlier' : 'later'}`),
        }))}
        value={String(shift)}
        onChange={(days) => change({ shift: Number(days) })}
      />
      {month && (
        <p className={sla.quiet}>
          {t('sla.announce.wouldBegin', { day: dayText(dayAfter(month.computed, shift), language) })}
        </p>
      )}
    </>
  );
}

/** Months from last month to the end of next year; others cannot usefully be announced. */
function useIslamicMonths(): IslamicMonth[] {
  const now = serverNow();
  const year = new Date(now).getUTCFullYear();
  const years = [year, year + 1].map((one) => ({
    queryKey: queryKeys.calendarYear(COUNTRY_CALENDAR, one),
    queryFn: () => calendarsApi.year(COUNTRY_CALENDAR, one),
  }));
  const [first, second] = [useQuery(years[0]!), useQuery(years[1]!)];
  const since = dayAfter(new Date(now).toISOString().slice(0, 10), -35);
  return [...(first.data?.months ?? []), ...(second.data?.months ?? [])].filter(
    ({ computed }) => computed >= since,
  );
}

/** Exceptional days: closed by decree, or open at other hours. */
export function DaysFields({ form, faults, change }: Props) {
  const { t } = useTranslation();
  const time = (field: 'opens' | 'closes') => (
    <TextInput
      label={t(`sla.announce.${field}`)}
      required
      dir="ltr"
      inputMode="numeric"
      maxLength={5}
      value={form[field]}
      error={field === 'opens' ? faults.within('days.hours') : faults.within('days.hours') !== undefined}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
    />
  );
  return (
    <>
      <LocalizedInputs
        label={t('sla.announce.name')}
        value={{ ar: form.ar, en: form.en }}
        fault={(language) => faults.at(`days.name.${language}`)}
        change={change}
      />
      <div className={classes.pair}>
        <DateField
          label={t('sla.announce.from')}
          required
          value={form.from}
          error={faults.at('days.from')}
          onChange={(picked) => change({ from: picked })}
        />
        <DateField
          label={t('sla.announce.to')}
          description={t('sla.announce.toHint')}
          value={form.to}
          error={faults.at('days.to')}
          onChange={(picked) => change({ to: picked })}
        />
      </div>
      <Switch
        label={t('sla.announce.closed')}
        checked={form.closed}
        onChange={({ currentTarget }) => change({ closed: currentTarget.checked })}
      />
      {!form.closed && (
        <div className={classes.pair}>
          {time('opens')}
          {time('closes')}
        </div>
      )}
    </>
  );
}

const STEP = 15;
const OFFSETS = Array.from({ length: (26 * 60) / STEP + 1 }, (_, n) => n * STEP - 12 * 60);

/** A change of the zone's offset that the installed time zone data does not know yet. */
export function ZoneFields({ form, faults, change }: Props) {
  const { t } = useTranslation();
  const calendars = useCalendars();
  const zones = [...new Set((calendars.data ?? []).map(({ zoneInForce }) => zoneInForce))];
  const moment = (field: 'since' | 'until', path: string) => (
    <DateTimeField
      label={t(`sla.announce.${field}`)}
      description={field === 'until' ? t('sla.announce.untilHint') : t('sla.announce.sinceHint')}
      required={field === 'since'}
      value={form[field]}
      error={faults.at(path)}
      onChange={(picked) => change({ [field]: picked })}
    />
  );
  return (
    <>
      <div className={classes.pair}>
        <Select
          label={t('sla.announce.zone')}
          data={zones}
          value={form.zone || null}
          error={faults.at('zone')}
          onChange={(zone) => change({ zone: zone ?? '' })}
        />
        <Select
          label={t('sla.announce.offset')}
          searchable
          allowDeselect={false}
          data={OFFSETS.map((minutes) => ({ value: String(minutes), label: offsetText(minutes) }))}
          value={String(form.offset)}
          error={faults.at('offsetMinutes')}
          onChange={(minutes) => change({ offset: Number(minutes) })}
        />
      </div>
      <div className={classes.pair}>
        {moment('since', 'from')}
        {moment('until', 'to')}
      </div>
      <TextInput
        label={t('sla.announce.note')}
        required
        maxLength={500}
        dir="auto"
        value={form.note}
        error={faults.at('note')}
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
      />
    </>
  );
}
