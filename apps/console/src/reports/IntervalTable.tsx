import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Figure, Figures, Interval } from '../api/types.js';
import { useQueueName } from '../tickets/use-queue-name.js';
import { Ltr } from '../ui/Ltr.js';
import { FigureHeads, FigureValues } from './FigureColumns.js';
import { useIntervalLabel } from './use-interval-label.js';
import classes from './Reports.module.css';

/** All figures by interval and queue. */
export function IntervalTable(props: { figures: Figure[]; rows: Interval[]; totals: Figures; zone: string }) {
  const { t } = useTranslation();
  const moment = useIntervalLabel(props.zone, true);
  const queueName = useQueueName();
  return (
    <Table.ScrollContainer
      minWidth={props.figures.length * 84}
      mah={560}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
    >
      <Table className={classes.table} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('reports.interval')}</Table.Th>
            <Table.Th scope="col">{t('field.queue')}</Table.Th>
            <FigureHeads figures={props.figures} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map((row) => (
            <Table.Tr key={`${row.start} ${row.queue}`}>
              <Table.Th scope="row" className={classes.time}>
                <Ltr>{moment(row.start)}</Ltr>
              </Table.Th>
              <Table.Td>{queueName(row.queue)}</Table.Td>
              <FigureValues figures={props.figures} of={row} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row" colSpan={2}>
              {t('reports.totals')}
            </Table.Th>
            <FigureValues figures={props.figures} of={props.totals} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}
