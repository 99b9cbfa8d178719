import { Button, Group, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../api/sla-api.js';
import { useFormats } from '../../i18n/format.js';
import { ListTable } from '../../ui/ListTable.js';
import { QueryResult } from '../../ui/QueryResult.js';
import { Ltr } from '../../ui/Ltr.js';
import { AdminPage } from '../AdminPage.js';
import { EditButton } from '../EditButton.js';
import { CalendarDialog } from './CalendarDialog.js';
import { CalendarYear } from './CalendarYear.js';
import { OpeningTester } from './OpeningTester.js';
import sla from './Sla.module.css';
import { COUNTRY_CALENDAR, useCalendars } from './use-calendars.js';

/** Opening hours: calendars, the holidays of a year, and a tester. */
export function CalendarsPage() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Calendar | 'new' | null>(null);
  const [shown, setShown] = useState(COUNTRY_CALENDAR);
  const calendars = useCalendars();
  const calendar = calendars.data?.find(({ key }) => key === shown);
  return (
    <AdminPage
      title={t('admin.page.calendars')}
      lead={t('sla.calendar.lead')}
      add={{ label: t('sla.calendar.add'), open: () => setEdited('new') }}
    >
      <QueryResult query={calendars}>
        {(all) => <CalendarTable calendars={all} edit={setEdited} shown={shown} show={setShown} />}
      </QueryResult>
      {calendar && (
        <div className={sla.columns}>
          <CalendarYear key={calendar.key} calendar={calendar} />
          <OpeningTester key={`${calendar.key} tester`} calendar={calendar} />
        </div>
      )}
      {edited && <CalendarDialog calendar={edited === 'new' ? null : edited} close={() => setEdited(null)} />}
    </AdminPage>
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
    <ListTable
      label={t('admin.page.calendars')}
      heads={[
        t('admin.field.name'),
        t('sla.calendar.zone'),
        t('sla.calendar.hours'),
        t('admin.field.active'),
      ]}
      last={t('admin.edit')}
      minWidth={640}
    >
      {calendars.map((calendar) => (
        <Table.Tr key={calendar.key}>
          <Table.Th scope="row">{localized(calendar.name)}</Table.Th>
          <Table.Td>
            <Ltr>{calendar.zoneInForce}</Ltr>
          </Table.Td>
          <Table.Td>{t(calendar.hours ? 'sla.calendar.source.own' : 'sla.calendar.source.hours')}</Table.Td>
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
              <EditButton name={localized(calendar.name)} edit={() => edit(calendar)} />
            </Group>
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}
