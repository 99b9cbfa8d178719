import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { create } from 'zustand';
import { queryKeys } from '../../api/query-keys.js';
import { type Rules, routingApi } from '../../api/routing-api.js';
import { onUserGone } from '../../session/bind-user.js';

interface DraftState {
  /** unpublished changes; null when there are none */
  rules: Rules | null;
  /** the version the draft is based on */
  base: number;
}

/** Draft of the routing rules, shared by all pages until it is published or discarded. */
export const useDraft = create<DraftState>()(() => ({ rules: null, base: 0 }));

export const discardDraft = (): void => useDraft.setState(useDraft.getInitialState());

/** Makes the draft a change of this version, after somebody else published one. */
export const rebaseDraft = (base: number): void => useDraft.setState({ base });

export const useCurrentRules = () =>
  useQuery({ queryKey: queryKeys.routing, queryFn: routingApi.current, staleTime: 0 });

/** @param current the published rules as loaded */
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
    /** another version was published since the draft was begun */
    isOvertaken: draft !== null && base !== current.version,
    change: (rules: Rules) => {
      const same = JSON.stringify(rules) === JSON.stringify(current.rules);
      if (same && (draft === null || base === current.version)) discardDraft();
      else useDraft.setState({ rules, base: draft ? base : current.version });
    },
  };
}

onUserGone(discardDraft);
