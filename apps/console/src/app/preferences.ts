import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Preferences {
  /** people who speak to their computer trigger single keys by accident, so they can be switched off */
  singleKeys: boolean;
  sound: boolean;
  set(change: Partial<Pick<Preferences, 'singleKeys' | 'sound'>>): void;
}

export const usePreferences = create<Preferences>()(
  persist((set) => ({ singleKeys: true, sound: true, set: (change) => set(change) }), {
    name: 'wasl.preferences',
  }),
);
