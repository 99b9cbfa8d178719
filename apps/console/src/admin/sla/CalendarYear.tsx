import { Button, Group, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys.js';
import { type Calendar, type CalendarDay, calendarsApi, type IslamicMonth } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import type { Localized } from '../../i18n/languages.js';
import { LoadError } from '../../ui/LoadError.js';
import { serverNow } from '../../ui/server-clock.js';
import { LoadingIndicator } from '../../ui/LoadingIndicator.js';
import { dayText, islamicMonthText } from './dates.js';
import sla from './Sla.module.css';

const RAMADAN = 9;

/** The holidays of a year and the start of Ramadan. */
export function CalendarYear({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const [year, setYear] = useState(() => new Date(serverNow()).getUTCFullYear());
  const { data, ...asked } = useQuery({
    queryKey: queryKeys.calendarYear(calendar.key, year),
    queryFn: () => calendarsApi.year(calendar.key, year),
  });
  const title = t('sla.year.title', { name: localized(calendar.name), year });
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <Group gap="xs" mb="sm">
        {[-1, 1].map((step) => (
          <Button key={step} size="xs" variant="default" onClick={() => setYear(year + step)}>
            {t('sla.year.go', { year: year + step })}
          </Button>
        ))}
      </Group>
      {asked.isError ? (
        <LoadError error={asked.error} again={() => void asked.refetch()} />
      ) : !data ? (
        <LoadingIndicator />
      ) : (
        <>
          {data.months
            .filter(({ month }) => month === RAMADAN)
            .map((month) => (
              <Begins key={`${month.year}`} month={month} />
            ))}
          {data.days.length === 0 ? <p>{t('sla.year.none')}</p> : <DayTable label={title} days={data.days} />}
        </>
      )}
    </section>
  );
}

function Begins({ month }: { month: IslamicMonth }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const how = month.begins === month.computed ? 'computed' : 'announced';
  return (
    <p>
      {t(`sla.year.begins.${how}`, {
        month: islamicMonthText(month.computed, language),
        year: month.year,
        day: dayText(month.begins, language),
      })}
    </p>
  );
}

function DayTable({ label, days }: { label: string; days: CalendarDay[] }) {
  const { t } = useTranslation();
  const { language, localized, number } = useFormats();
  return (
    <Table aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('sla.year.day')}</Table.Th>
          <Table.Th scope="col">{t('sla.year.what')}</Table.Th>
          <Table.Th scope="col">{t('sla.year.from')}</Table.Th>
          <Table.Th scope="col" className={sla.number}>
            {t('sla.year.openHours')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {days.map((day) => (
          <Table.Tr key={day.date}>
            <Table.Th scope="row">{dayText(day.date, language)}</Table.Th>
            <Table.Td>{day.name ? localized(day.name as Localized) : '—'}</Table.Td>
            <Table.Td>{t(`sla.reason.${day.reason}`)}</Table.Td>
            <Table.Td className={sla.number}>
              {day.openMinutes === 0
                ? t('sla.calendar.closed')
                : number(Math.round(day.openMinutes / 6) / 10)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
