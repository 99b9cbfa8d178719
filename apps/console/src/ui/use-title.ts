import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';

/** Offers are counted in front of the title, so that they are seen from another window. */
export const useTitlePrefix = create<{ prefix: string }>()(() => ({ prefix: '' }));

export function useTitle(page: string): void {
  const { t } = useTranslation();
  const prefix = useTitlePrefix((state) => state.prefix);
  const name = t('app.name');
  useEffect(() => {
    document.title = `${prefix}${page} · ${name}`;
  }, [prefix, page, name]);
}
