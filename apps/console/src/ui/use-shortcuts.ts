import { useEffect, useRef } from 'react';
import { usePreferences } from '../app/preferences.js';
import { isTyping, shortcutOf } from './keyboard.js';

export type Shortcuts = Partial<Record<string, () => void>>;

/** Binds single-key shortcuts while mounted; inactive while typing or while a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isTyping(event.target)) return;
      if (!usePreferences.getState().singleKeys || document.querySelector('[role="dialog"]')) return;
      const shortcut = shortcutOf(event);
      const action = shortcut === undefined ? undefined : latest.current[shortcut];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
