import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../api/query-keys.js';
import { ListTable } from '../ui/ListTable.js';
import { QueryResult } from '../ui/QueryResult.js';
import classes from './Admin.module.css';

const POLL_INTERVAL_MS = 15_000;

/** Polls a health query while the page is open. */
export const useHealthQuery = <T,>(name: string, read: () => Promise<T>) =>
  useQuery({
    queryKey: queryKeys.health(name),
    queryFn: read,
    refetchInterval: POLL_INTERVAL_MS,
    staleTime: 0,
  });

interface SectionProps {
  title: string;
  none: string;
  list: { data?: unknown[] | undefined; isError: boolean; error: unknown; refetch: () => unknown };
  children: ReactNode;
  /** default: item, fault, action */
  columns?: string[];
}

export function HealthSection({ title, none, list, children, columns }: SectionProps) {
  const { t } = useTranslation();
  const heads = columns ?? [t('admin.health.what'), t('admin.health.fault'), t('admin.health.deed')];
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <QueryResult query={list}>
        {(shown) =>
          shown.length === 0 ? (
            <p className={classes.quiet}>{none}</p>
          ) : (
            <ListTable label={title} heads={heads} minWidth={600}>
              {children}
            </ListTable>
          )
        }
      </QueryResult>
    </section>
  );
}
