import { useEffect, useRef } from 'react';
import type { IconName } from './icons.js';
import { useShortcuts } from './use-shortcuts.js';

/** An action available in the current context, through a shortcut, the command palette, or both. */
export interface Action {
  label: string;
  icon?: IconName;
  /** single-key shortcut */
  key?: string;
  run(): void;
}

const onPage = new Set<{ current: Action[] }>();

/** Currently registered actions, innermost component first. */
export const currentActions = (): Action[] => [...onPage].flatMap(({ current }) => current);

/** Registers actions while this component is mounted, for the command palette and their shortcuts. */
export function useActions(actions: Action[]): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    onPage.add(latest);
    return () => void onPage.delete(latest);
  }, []);
  useShortcuts(Object.fromEntries(actions.flatMap(({ key, run }) => (key ? [[key, run]] : []))));
}
