import { useEffect, useRef } from 'react';
import type { IconName } from './icons.js';
import { useShortcuts } from './use-shortcuts.js';

/** Something that can be done where the reader is now: by a key, by the palette, or by both. */
export interface Action {
  label: string;
  icon?: IconName;
  /** a single key */
  key?: string;
  run(): void;
}

const onPage = new Set<{ current: Action[] }>();

/** What can be done now, the innermost part of the page first. */
export const actionsNow = (): Action[] => [...onPage].flatMap(({ current }) => current);

/** Offers actions while this component is shown: each in the palette, and those that have a key by their key. */
export function useActions(actions: Action[]): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    onPage.add(latest);
    return () => void onPage.delete(latest);
  }, []);
  useShortcuts(Object.fromEntries(actions.flatMap(({ key, run }) => (key ? [[key, run]] : []))));
}
