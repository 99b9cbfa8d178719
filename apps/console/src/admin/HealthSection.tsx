import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../api/keys.js';
import { Failed } from '../ui/Failed.js';
import { Waiting } from '../ui/Waiting.js';
import classes from './Admin.module.css';

const LOOK_AGAIN_MS = 15_000;

/** Health is looked at again by itself, as long as somebody looks on. */
export const useLook = <T,>(name: string, read: () => Promise<T>) =>
  useQuery({ queryKey: keys.health(name), queryFn: read, refetchInterval: LOOK_AGAIN_MS, staleTime: 0 });

interface SectionProps {
  title: string;
  none: string;
  list: { data?: unknown[] | undefined; isError: boolean; error: unknown; refetch: () => unknown };
  children: ReactNode;
  /** what, why, what to do, unless something else is shown */
  columns?: string[];
}

export function Section({ title, none, list, children, columns }: SectionProps) {
  const { t } = useTranslation();
  const heads = columns ?? [t('admin.health.what'), t('admin.health.fault'), t('admin.health.deed')];
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {list.isError ? (
        <Failed error={list.error} again={() => void list.refetch()} />
      ) : !list.data ? (
        <Waiting />
      ) : list.data.length === 0 ? (
        <p className={classes.quiet}>{none}</p>
      ) : (
        <Table.ScrollContainer minWidth={600} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table aria-label={title}>
            <Table.Thead>
              <Table.Tr>
                {heads.map((head) => (
                  <Table.Th scope="col" key={head}>
                    {head}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>{children}</Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}
