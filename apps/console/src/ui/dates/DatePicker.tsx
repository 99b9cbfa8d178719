import '@mantine/dates/styles.layer.css';
import { ActionIcon } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf, useFormats } from '../../i18n/format.js';
import { Icon } from '../icons.js';
import { control, EMPTY_PLACEHOLDER } from '../text-control.js';

export interface PickerProps {
  label: string;
  description?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  /** the first day that may be chosen */
  min?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** what a person typed; null when it is no date */
  read: (typed: string) => string | null;
  write: (value: string) => string;
  withTime?: boolean;
}

const SUNDAY = 0;

/** Mantine writes `YYYY-MM-DD HH:mm:ss`. */
const fromLibrary = (value: string, withTime: boolean): string =>
  withTime ? value.slice(0, 16).replace(' ', 'T') : value.slice(0, 10);
const toLibrary = (value: string): string => (value.length > 10 ? `${value.replace('T', ' ')}:00` : value);

/** The library's field with the console's own way of reading and writing dates. Loaded by DateField only. */
export function DatePicker({ value, onChange, read, write, min, withTime = false, ...props }: PickerProps) {
  const { t } = useTranslation();
  const { language, writtenDay } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useRef(false);
  const names = useMemo(() => namesIn(localeOf(language)), [language]);
  return (
    <DateInput
      // What was written in the other language is written anew.
      key={language}
      {...props}
      withAsterisk={props.required ?? false}
      placeholder={EMPTY_PLACEHOLDER}
      attributes={{ input: { ...control('auto'), 'data-date': '' } }}
      withTime={withTime}
      value={value ? toLibrary(value) : null}
      onChange={(chosen) => {
        setOpen(false);
        onChange(chosen ? fromLibrary(chosen, withTime) : '');
      }}
      dateParser={(typed) => {
        const found = read(typed);
        return found && toLibrary(found);
      }}
      valueFormat={(date) => write(fromLibrary(date, withTime))}
      {...(min && { minDate: min })}
      allowDeselect={!props.required}
      rightSection={
        <ActionIcon
          variant="subtle"
          aria-label={t('date.open')}
          aria-expanded={isOpen}
          // A press outside of the calendar closes it before the click comes.
          onMouseDown={() => (wasOpen.current = isOpen)}
          onClick={() => {
            setOpen(!wasOpen.current);
            wasOpen.current = false;
          }}
        >
          <Icon name="calendar" size={16} />
        </ActionIcon>
      }
      firstDayOfWeek={SUNDAY}
      // Weekends differ between countries, and their colour has too little contrast.
      weekendDays={[]}
      hideOutsideDates
      monthLabelFormat={names.month}
      monthsListFormat={names.shortMonth}
      weekdayFormat={names.weekday}
      yearLabelFormat={names.year}
      yearsListFormat={names.year}
      decadeLabelFormat={names.year}
      getDayAriaLabel={writtenDay}
      ariaLabels={{
        previousMonth: t('date.previousMonth'),
        nextMonth: t('date.nextMonth'),
        previousYear: t('date.previousYear'),
        nextYear: t('date.nextYear'),
        previousDecade: t('date.previousYears'),
        nextDecade: t('date.nextYears'),
        monthLevelControl: t('date.chooseMonth'),
        yearLevelControl: t('date.chooseYear'),
      }}
      popoverProps={{
        transitionProps: { duration: 0 },
        // By its button only: a calendar that opened while typing would cover what comes next.
        opened: isOpen,
        onChange: setOpen,
        // The keyboard stays in the calendar until it is closed.
        ['trapFocus']: true,
        returnFocus: true,
        attributes: { dropdown: { role: 'dialog', 'aria-label': t('date.calendar') } },
      }}
    />
  );
}

/** Names of the calendar by the locale of the console, of which the library's own locales know nothing. */
function namesIn(locale: string) {
  const named = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (day: string) => format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
  };
  return {
    month: named({ month: 'long', year: 'numeric' }),
    shortMonth: named({ month: 'short' }),
    weekday: named({ weekday: 'narrow' }),
    year: named({ year: 'numeric' }),
  };
}
