import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** accessible name of the table */
  label: string;
  heads: readonly string[];
  /** hidden header of the last column, for screen readers */
  last?: string;
  /** below this width the table scrolls, also by keyboard */
  minWidth: number;
  children: ReactNode;
}

/** A scrollable table with column headers. */
export function ListTable({ label, heads, last, minWidth, children }: Props) {
  return (
    <Table.ScrollContainer minWidth={minWidth} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th scope="col" key={head}>
                {head}
              </Table.Th>
            ))}
            {last && (
              <Table.Th scope="col">
                <span className="visually-hidden">{last}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
