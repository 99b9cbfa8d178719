import { useEffect, useState } from 'react';
import type { Attachment } from '../api/types.js';

/** Drafts outlive the page and the session, each person's apart, until they are sent or their writer signs out. */
export interface Draft {
  text: string;
  attachments: Attachment[];
}
const PREFIX = 'wasl.draft:';
const EMPTY: Draft = { text: '', attachments: [] };

const keysOf = (userId: string): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${userId}:`));

export const hasDrafts = (userId: string): boolean => keysOf(userId).length > 0;
export const forgetDrafts = (userId: string): void =>
  keysOf(userId).forEach((key) => localStorage.removeItem(key));

function read(key: string): Draft {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    return stored && typeof stored.text === 'string' && Array.isArray(stored.attachments) ? stored : EMPTY;
  } catch {
    return EMPTY; // not readable: nothing can be saved of it
  }
}

function write(key: string, draft: Draft): void {
  try {
    if (draft.text === '' && draft.attachments.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // no room left: the text stays on the page all the same
  }
}

export function useDraft(userId: string, what: string) {
  const key = `${PREFIX}${userId}:${what}`;
  const [held, setHeld] = useState({ key, draft: read(key) });
  const current = held.key === key ? held.draft : read(key);
  useEffect(() => {
    if (held.key !== key) setHeld({ key, draft: read(key) });
  }, [key, held.key]);
  const change = (update: (draft: Draft) => Draft) =>
    setHeld((old) => {
      const draft = update(old.key === key ? old.draft : read(key));
      write(key, draft);
      return { key, draft };
    });
  return {
    draft: current,
    setText: (text: string) => change((draft) => ({ ...draft, text })),
    attach: (attachment: Attachment) =>
      change((draft) => ({ ...draft, attachments: [...draft.attachments, attachment] })),
    detach: (id: string) =>
      change((draft) => ({ ...draft, attachments: draft.attachments.filter((other) => other.id !== id) })),
    clear: () => change(() => EMPTY),
  };
}
