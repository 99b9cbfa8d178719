import { useEffect } from 'react';
import { useCurrentUser } from '../session/session.js';
import { hasDraft } from './drafts.js';
import { closeTab, openTab } from './tabs.js';

/** Who goes through a list by its keys looks at many tickets and means to keep few of them. */
const GLANCE_MS = 2_500;

/** Gives the ticket that is shown a tab; it stays when it was looked at for a while, or something was written. */
export function useTab(number: string | undefined): void {
  const me = useCurrentUser().id;
  useEffect(() => {
    if (number === undefined) return undefined;
    const since = Date.now();
    openTab(number);
    return () => {
      if (Date.now() - since < GLANCE_MS && !hasDraft(me, number)) closeTab(number);
    };
  }, [number, me]);
}
