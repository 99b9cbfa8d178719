import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { type Tabs, withoutTab, withTab } from './tab-order.js';

/** Tickets that are open at this desk. They outlive reloading the page, and not its window. */
export const useTabs = create<Tabs>()(
  persist((): Tabs => ({ numbers: [], recent: [] }), {
    name: 'wasl.tabs',
    storage: createJSONStorage(() => sessionStorage),
  }),
);

export const openTab = (number: string): void => void useTabs.setState((tabs) => withTab(tabs, number));
export const closeTab = (number: string): void => void useTabs.setState((tabs) => withoutTab(tabs, number));
export const closeAllTabs = (): void => void useTabs.setState({ numbers: [], recent: [] });
