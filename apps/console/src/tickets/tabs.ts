import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { type Tabs, withoutTab, withTab } from './tab-order.js';
import { onUserGone } from '../session/bind-user.js';

/** Open tickets, in sessionStorage: they survive a reload but not closing the window. */
export const useTabs = create<Tabs>()(
  persist((): Tabs => ({ numbers: [], recent: [] }), {
    name: 'wasl.tabs',
    storage: createJSONStorage(() => sessionStorage),
  }),
);

export const openTab = (number: string): void => void useTabs.setState((tabs) => withTab(tabs, number));
export const closeTab = (number: string): void => void useTabs.setState((tabs) => withoutTab(tabs, number));
export const closeAllTabs = (): void => void useTabs.setState({ numbers: [], recent: [] });

onUserGone(closeAllTabs);
