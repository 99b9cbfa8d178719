import type { ReactNode } from 'react';
import { Failed } from './Failed.js';
import { Waiting } from './Waiting.js';

interface Props<T> {
  of: { data?: T | undefined; isError: boolean; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

/** Renders a query: loading indicator, error state, or its data. */
export function Loaded<T>({ of, children }: Props<T>) {
  if (of.isError) return <Failed error={of.error} again={() => void of.refetch()} />;
  return of.data === undefined ? <Waiting /> : children(of.data);
}
