import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';

/** The number of offers is prefixed to the title, so that it is visible from other windows. */
export const useTitlePrefix = create<{ prefix: string }>()(() => ({ prefix: '' }));

export function useTitle(page: string): void {
  const { t } = useTranslation();
  const prefix = useTitlePrefix((state) => state.prefix);
  const name = t('app.name');
  useEffect(() => {
    document.title = `${prefix}${page} · ${name}`;
  }, [prefix, page, name]);
}
