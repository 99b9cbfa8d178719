import type { ReactNode } from 'react';
import { LoadError } from './LoadError.js';
import { LoadingIndicator } from './LoadingIndicator.js';

interface Props<T> {
  query: { data?: T | undefined; isError: boolean; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

/** Renders a query: loading indicator, error state, or its data. */
export function QueryResult<T>({ query, children }: Props<T>) {
  if (query.isError) return <LoadError error={query.error} again={() => void query.refetch()} />;
  return query.data === undefined ? <LoadingIndicator /> : children(query.data);
}
