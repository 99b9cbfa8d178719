import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/query-keys.js';
import { Problem } from '../../api/problem.js';

const PATIENCE_MS = 300;

export interface Preview {
  subject?: string | null;
  text: string;
  direction: 'rtl' | 'ltr';
  segments?: number | null;
}

/** Debounced preview of a text by the api, with the faults it reports. */
export function usePreview<T extends object>(name: string, words: T, ask: (words: T) => Promise<Preview>) {
  const [settled] = useDebouncedValue(words, PATIENCE_MS);
  const preview = useQuery({
    queryKey: queryKeys.preview(name, settled),
    queryFn: () => ask(settled),
    retry: false,
  });
  // While the text is faulty, the last valid preview stays visible.
  const [last, setLast] = useState<Preview>();
  if (preview.data && preview.data !== last) setLast(preview.data);
  const errors = preview.error instanceof Problem ? preview.error.errors : [];
  return {
    shown: preview.data ?? last,
    error: preview.error,
    /** all faults of one field */
    faultsAt: (path: string): string | undefined =>
      errors
        .filter((one) => one.path === path)
        .map(({ message }) => message)
        .join(' ') || undefined,
  };
}
