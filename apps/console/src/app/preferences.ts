import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Preferences {
  /** users of speech recognition trigger single-key shortcuts by accident, so they can be switched off */
  singleKeys: boolean;
  sound: boolean;
  /** undo delay for replies in seconds; 0 sends at once */
  undoSeconds: number;
  set(change: Partial<Pick<Preferences, 'singleKeys' | 'sound' | 'undoSeconds'>>): void;
}

export const usePreferences = create<Preferences>()(
  persist((set) => ({ singleKeys: true, sound: true, undoSeconds: 5, set: (change) => set(change) }), {
    name: 'wasl.preferences',
  }),
);
