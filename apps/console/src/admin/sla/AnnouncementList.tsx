import { Button, Group, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys.js';
import {
  type Announcement,
  type AnnouncementDraft,
  calendarsApi,
  type ZoneChange,
} from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import type { Localized } from '../../i18n/languages.js';
import { LoadError } from '../../ui/LoadError.js';
import { ListTable } from '../../ui/ListTable.js';
import { Ltr } from '../../ui/Ltr.js';
import { notifySuccess, notifyError } from '../../ui/notify.js';
import { useProblemText } from '../../ui/use-problem-text.js';
import { LoadingIndicator } from '../../ui/LoadingIndicator.js';
import { dayAfter, dayText, islamicMonthText, momentText, offsetText } from './dates.js';
import { useCalendarName } from './use-calendars.js';

interface Line {
  about: AnnouncementDraft['about'];
  id: string;
  what: ReactNode;
  whom: ReactNode;
  announcedAt: string;
  withdrawnAt: string | null;
}

/** Recent announcements of all kinds, newest first; each can be withdrawn. */
export function AnnouncementList() {
  const { t } = useTranslation();
  const calendarName = useCalendarName();
  const days = useQuery({
    queryKey: queryKeys.announcements('days'),
    queryFn: async () => (await calendarsApi.announcements()).data,
  });
  const zones = useQuery({
    queryKey: queryKeys.announcements('zone'),
    queryFn: async () => (await calendarsApi.zoneChanges()).data,
  });
  const failed = [days, zones].find(({ isError }) => isError);
  if (failed)
    return (
      <LoadError error={failed.error} again={() => void Promise.all([days.refetch(), zones.refetch()])} />
    );
  if (!days.data || !zones.data) return <LoadingIndicator />;
  const lines: Line[] = [
    ...days.data.map((one) => ({
      ...one,
      about: 'days' as const,
      what: <AboutDays announcement={one} />,
      whom: one.calendar === null ? t('sla.announce.everyCalendar') : calendarName(one.calendar),
    })),
    ...zones.data.map((one) => ({
      ...one,
      about: 'zone' as const,
      what: <AboutZone change={one} />,
      whom: <Ltr>{one.zone}</Ltr>,
    })),
  ].sort((a, b) => (a.announcedAt < b.announcedAt ? 1 : -1));
  if (lines.length === 0) return <p>{t('sla.announce.none')}</p>;
  return (
    <ListTable
      label={t('admin.page.announcements')}
      heads={[t('sla.announce.what'), t('sla.announce.whom'), t('sla.announce.at')]}
      last={t('sla.announce.withdraw')}
      minWidth={680}
    >
      {lines.map((line) => (
        <LineRow key={line.id} line={line} />
      ))}
    </ListTable>
  );
}

function AboutDays({ announcement: { month, days } }: { announcement: Announcement }) {
  const { t } = useTranslation();
  const { language, localized } = useFormats();
  if (month)
    return t('sla.announce.monthBegins', {
      // A day well within the month, because the computed first day may still be in the month before.
      month: islamicMonthText(dayAfter(month.begins, 10), language),
      year: month.year,
      day: dayText(month.begins, language),
    });
  if (!days) return null;
  const hours = days.hours.map((span) => span.join('–')).join(t('list.separator'));
  return (
    <>
      {localized(days.name as Localized)}:{' '}
      {days.from === days.to
        ? dayText(days.from, language)
        : t('sla.announce.fromTo', { from: dayText(days.from, language), to: dayText(days.to, language) })}
      {t('list.separator')}
      {hours === '' ? t('sla.calendar.closed') : <Ltr>{hours}</Ltr>}
    </>
  );
}

function AboutZone({ change }: { change: ZoneChange }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const from = momentText(change.from, change.zone, language);
  return (
    <>
      <Ltr>{offsetText(change.offsetMinutes)}</Ltr>{' '}
      {change.to
        ? t('sla.announce.fromTo', { from, to: momentText(change.to, change.zone, language) })
        : t('sla.announce.fromOn', { from })}
      <br />
      <span dir="auto">{change.note}</span>
    </>
  );
}

/** Withdrawing has as wide an effect as announcing, so it needs a confirmation. */
function LineRow({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => calendarsApi.withdraw(line.about, line.id),
    onSuccess: () => notifySuccess(t('sla.announce.withdrawnNow')),
    onError: (error) => notifyError(t('admin.notSaved'), problemText(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.allOfSla }),
  });
  return (
    <Table.Tr>
      <Table.Td>{line.what}</Table.Td>
      <Table.Td>{line.whom}</Table.Td>
      <Table.Td>{dateTime(line.announcedAt)}</Table.Td>
      <Table.Td>
        {line.withdrawnAt ? (
          t('sla.announce.withdrawn', { when: dateTime(line.withdrawnAt) })
        ) : asked ? (
          <Group gap="xs" wrap="nowrap">
            <Button size="xs" color="red" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {t('sla.announce.withdrawNow')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsked(false)}>
              {t('action.cancel')}
            </Button>
          </Group>
        ) : (
          <Button size="xs" variant="default" onClick={() => setAsked(true)}>
            {t('sla.announce.withdraw')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
