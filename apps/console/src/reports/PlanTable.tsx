import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ForecastInterval } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { Ltr } from '../ui/Ltr.js';
import { useIntervalLabel } from './use-interval-label.js';
import classes from './Reports.module.css';

const COLUMNS = ['expected', 'arrived', 'required', 'rostered', 'present'] as const;

/** The chart's data as a table, for accessibility and exact numbers. */
export function PlanTable({ intervals, zone }: { intervals: ForecastInterval[]; zone: string }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const moment = useIntervalLabel(zone, intervals.length > 100);
  const rows = intervals.filter((row) => COLUMNS.some((column) => row[column]));
  return (
    <Table.ScrollContainer minWidth={560} mah={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table className={classes.table} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('reports.interval')}</Table.Th>
            {COLUMNS.map((column) => (
              <Table.Th key={column} scope="col" className={classes.number}>
                {t(`reports.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.start}>
              <Table.Th scope="row">
                <Ltr>{moment(row.start)}</Ltr>
              </Table.Th>
              {COLUMNS.map((column) => (
                <Table.Td key={column} className={classes.number}>
                  <Ltr>{row[column] == null ? '—' : number(Math.round(row[column] * 10) / 10)}</Ltr>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
