import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Preferences {
  /** people who speak to their computer trigger single keys by accident, so they can be switched off */
  singleKeys: boolean;
  sound: boolean;
  /** for how long a reply can be taken back; 0 sends at once */
  undoSeconds: number;
  set(change: Partial<Pick<Preferences, 'singleKeys' | 'sound' | 'undoSeconds'>>): void;
}

export const usePreferences = create<Preferences>()(
  persist((set) => ({ singleKeys: true, sound: true, undoSeconds: 5, set: (change) => set(change) }), {
    name: 'wasl.preferences',
  }),
);
