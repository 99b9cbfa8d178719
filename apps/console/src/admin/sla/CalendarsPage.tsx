import { Button, Group, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { Failed } from '../../ui/Failed.js';
import { Icon } from '../../ui/icons.js';
import { Ltr } from '../../ui/Ltr.js';
import { useTitle } from '../../ui/use-title.js';
import { Waiting } from '../../ui/Waiting.js';
import classes from '../Admin.module.css';
import { CalendarDialog } from './CalendarDialog.js';
import { CalendarYear } from './CalendarYear.js';
import { OpeningTester } from './OpeningTester.js';
import sla from './Sla.module.css';
import { COUNTRY_CALENDAR, useCalendars } from './use-calendars.js';

/** When the offices are open: calendars, the holidays of a year, and a question to try them with. */
export function CalendarsPage() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Calendar | 'new' | null>(null);
  const [shown, setShown] = useState(COUNTRY_CALENDAR);
  const calendars = useCalendars();
  useTitle(t('admin.page.calendars'));
  const calendar = calendars.data?.find(({ key }) => key === shown);
  return (
    <div className={classes.page}>
      <Group justify="space-between">
        <h1>{t('admin.page.calendars')}</h1>
        <Button leftSection={<Icon name="plus" />} onClick={() => setEdited('new')}>
          {t('sla.calendar.add')}
        </Button>
      </Group>
      <p className={classes.lead}>{t('sla.calendar.lead')}</p>
      {calendars.isError ? (
        <Failed error={calendars.error} again={() => void calendars.refetch()} />
      ) : !calendars.data ? (
        <Waiting />
      ) : (
        <CalendarTable calendars={calendars.data} edit={setEdited} shown={shown} show={setShown} />
      )}
      {calendar && (
        <div className={sla.columns}>
          <CalendarYear key={calendar.key} calendar={calendar} />
          <OpeningTester key={`${calendar.key} tester`} calendar={calendar} />
        </div>
      )}
      {edited && <CalendarDialog calendar={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
    </div>
  );
}

interface TableProps {
  calendars: Calendar[];
  edit: (calendar: Calendar) => void;
  shown: string;
  show: (key: string) => void;
}

function CalendarTable({ calendars, edit, shown, show }: TableProps) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  return (
    <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t('admin.page.calendars')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('admin.field.name')}</Table.Th>
            <Table.Th scope="col">{t('sla.calendar.zone')}</Table.Th>
            <Table.Th scope="col">{t('sla.calendar.hours')}</Table.Th>
            <Table.Th scope="col">{t('admin.field.active')}</Table.Th>
            <Table.Th scope="col">
              <span className="visually-hidden">{t('admin.edit')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {calendars.map((calendar) => (
            <Table.Tr key={calendar.key}>
              <Table.Th scope="row">{localized(calendar.name)}</Table.Th>
              <Table.Td>
                <Ltr>{calendar.zoneInForce}</Ltr>
              </Table.Td>
              <Table.Td>
                {t(calendar.hours ? 'sla.calendar.source.own' : 'sla.calendar.source.hours')}
              </Table.Td>
              <Table.Td>{t(calendar.active ? 'admin.yes' : 'admin.retired')}</Table.Td>
              <Table.Td>
                <Group gap="xs" justify="flex-end" wrap="nowrap">
                  <Button
                    size="xs"
                    variant="default"
                    aria-pressed={shown === calendar.key}
                    aria-label={t('sla.calendar.showNamed', { name: localized(calendar.name) })}
                    onClick={() => show(calendar.key)}
                  >
                    {t('sla.calendar.show')}
                  </Button>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('admin.editNamed', { name: localized(calendar.name) })}
                    onClick={() => edit(calendar)}
                  >
                    {t('admin.edit')}
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
