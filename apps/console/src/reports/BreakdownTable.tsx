import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Breakdown, Figure } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { FigureHeads, FigureValues } from './FigureColumns.js';
import classes from './Reports.module.css';

/** The figures that apply to a dimension, with totals in the footer. */
export function BreakdownTable({ figures, report }: { figures: Figure[]; report: Breakdown }) {
  const { t } = useTranslation();
  const { localized } = useFormats();
  const { data, meta } = report;
  const shown = meta.figures.flatMap((key) => figures.find((figure) => figure.key === key) ?? []);
  const title = t(`reports.by.${meta.by}`);
  return (
    <Table.ScrollContainer
      minWidth={shown.length * 84}
      mah={560}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
    >
      <Table className={classes.table} stickyHeader aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{title}</Table.Th>
            <FigureHeads figures={shown} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map((row) => (
            <Table.Tr key={row.key ?? ''}>
              <Table.Th scope="row" dir="auto">
                {localized(row.name)}
              </Table.Th>
              <FigureValues figures={shown} of={row} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t('reports.all')}</Table.Th>
            <FigureValues figures={shown} of={meta.totals} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}
