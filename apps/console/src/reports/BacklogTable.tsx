import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.js';
import { useQueueName } from '../tickets/use-queue-name.js';
import { Ltr } from '../ui/Ltr.js';
import classes from './Reports.module.css';

interface Row {
  queue: string;
  open: number;
  ageP50Seconds?: number | null;
  ageP90Seconds?: number | null;
}

export function BacklogTable({ rows }: { rows: Row[] }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const queueName = useQueueName();
  const hours = (seconds: number | null | undefined) =>
    seconds == null ? '—' : t('reports.hours', { hours: number(Math.round(seconds / 360) / 10) });
  return (
    <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('field.queue')}</Table.Th>
            <Table.Th scope="col" className={classes.number}>
              {t('reports.open')}
            </Table.Th>
            <Table.Th scope="col">{t('reports.ageP50')}</Table.Th>
            <Table.Th scope="col">{t('reports.ageP90')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.queue}>
              <Table.Th scope="row">{queueName(row.queue)}</Table.Th>
              <Table.Td className={classes.number}>
                <Ltr>{number(row.open)}</Ltr>
              </Table.Td>
              <Table.Td>{hours(row.ageP50Seconds)}</Table.Td>
              <Table.Td>{hours(row.ageP90Seconds)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
