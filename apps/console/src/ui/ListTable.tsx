import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** what is listed */
  label: string;
  heads: readonly string[];
  /** what the last column is for, where only what stands in it can be seen */
  last?: string;
  /** narrower than this it scrolls, by the keyboard too */
  minWidth: number;
  children: ReactNode;
}

/** A table of rows under their headings. */
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
