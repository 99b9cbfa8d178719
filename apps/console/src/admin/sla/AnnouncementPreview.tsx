import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnnouncementPreview as Preview, CalendarDay } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import type { Localized } from '../../i18n/languages.js';
import { ListTable } from '../../ui/ListTable.js';
import { dayText } from './dates.js';
import sla from './Sla.module.css';
import { useCalendarName } from './use-calendars.js';

const SHOWN = 14;

/** Effects of an announcement: the days and the number of SLA targets. */
export function AnnouncementPreview({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { tickets, days, changedDays } = preview;
  const left = changedDays - Math.min(days.length, SHOWN);
  return (
    <section role="status" aria-label={t('sla.preview.title')} className={sla.answer}>
      <strong>{t('sla.preview.title')}</strong>
      {changedDays === 0 ? <p>{t('sla.preview.nothing')}</p> : <DayTable days={days.slice(0, SHOWN)} />}
      {left > 0 && <p>{t('sla.preview.moreDays', { count: left, shown: number(left) })}</p>}
      <p>
        {t(tickets.more ? 'sla.preview.ticketsAtLeast' : 'sla.preview.tickets', {
          looked: number(tickets.looked),
          later: number(tickets.later),
          earlier: number(tickets.earlier),
        })}
      </p>
    </section>
  );
}

function DayTable({ days }: { days: Preview['days'] }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const calendarName = useCalendarName();
  return (
    <ListTable
      label={t('sla.preview.days')}
      heads={[t('sla.year.day'), t('sla.policy.calendar'), t('sla.preview.before'), t('sla.preview.after')]}
      minWidth={520}
    >
      {days.map(({ calendar, before, after }) => (
        <Table.Tr key={`${calendar} ${before.date}`}>
          <Table.Th scope="row">{dayText(before.date, language)}</Table.Th>
          <Table.Td>{calendarName(calendar)}</Table.Td>
          <Table.Td>
            <DayHours day={before} clock={isOnlyMoved(before, after)} />
          </Table.Td>
          <Table.Td>
            <DayHours day={after} clock={isOnlyMoved(before, after)} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}

/** The opening hours stay the same in local time but move in UTC. */
const isOnlyMoved = (before: CalendarDay, after: CalendarDay) =>
  before.reason === after.reason && before.openMinutes === after.openMinutes;

function DayHours({ day, clock }: { day: CalendarDay; clock: boolean }) {
  const { t } = useTranslation();
  const { localized, number } = useFormats();
  const opens = clock ? day.open[0]?.from.slice(11, 16) : undefined;
  if (opens) return t('sla.preview.opensAt', { time: opens });
  const name = day.name ? localized(day.name as Localized) : t(`sla.reason.${day.reason}`);
  const hours = Math.round(day.openMinutes / 6) / 10;
  const open = hours === 0 ? t('sla.calendar.closed') : t('sla.preview.hours', { hours: number(hours) });
  return [name, open].join(t('list.separator'));
}
