import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { create } from 'zustand';
import { keys } from '../../api/keys.js';
import { type Rules, routingApi } from '../../api/routing-api.js';

interface DraftState {
  /** what was changed and is not yet in force; null when nothing was */
  rules: Rules | null;
  /** the version from which it was begun */
  base: number;
}

/** Rules as they are thought over: kept from page to page until they are put in force or dropped. */
export const useDraft = create<DraftState>()(() => ({ rules: null, base: 0 }));

export const dropDraft = (): void => useDraft.setState(useDraft.getInitialState());

/** The draft is from now on a change of this version, whatever was put in force meanwhile. */
export const rebaseDraft = (base: number): void => useDraft.setState({ base });

export const useCurrentRules = () =>
  useQuery({ queryKey: keys.routing, queryFn: routingApi.current, staleTime: 0 });

/** @param current the rules in force, as they were read */
export function useRules(current: { version: number; rules: Rules }) {
  const { rules: draft, base } = useDraft();
  useEffect(() => {
    if (!draft) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [draft]);
  return {
    rules: draft ?? current.rules,
    isDraft: draft !== null,
    /** somebody else put rules in force since the draft was begun */
    isOvertaken: draft !== null && base !== current.version,
    change: (rules: Rules) => {
      const same = JSON.stringify(rules) === JSON.stringify(current.rules);
      if (same && (draft === null || base === current.version)) dropDraft();
      else useDraft.setState({ rules, base: draft ? base : current.version });
    },
  };
}
