import { useSyncExternalStore } from 'react';
import type { Attachment } from '../api/types.js';

/** Drafts are stored per user in localStorage until they are sent or the user signs out. */
export interface Draft {
  text: string;
  attachments: Attachment[];
}
const PREFIX = 'wasl.draft:';
const EMPTY: Draft = { text: '', attachments: [] };

const keysOf = (userId: string): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${userId}:`));

export const hasDrafts = (userId: string): boolean => keysOf(userId).length > 0;
export function deleteDrafts(userId: string): void {
  for (const key of keysOf(userId)) localStorage.removeItem(key);
  held.clear();
}

function read(key: string): Draft {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    return stored && typeof stored.text === 'string' && Array.isArray(stored.attachments) ? stored : EMPTY;
  } catch {
    return EMPTY; // unreadable entries are ignored
  }
}

function write(key: string, draft: Draft): void {
  try {
    if (draft.text === '' && draft.attachments.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // storage is full: the text stays in memory
  }
}

/** Drafts in memory, shared by all components. */
const held = new Map<string, Draft>();
const listeners = new Set<() => void>();

/** Changed in another window. */
window.addEventListener('storage', ({ key }) => {
  if (key === null) held.clear();
  else held.delete(key);
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function draftUnder(key: string): Draft {
  const known = held.get(key);
  if (known) return known;
  const stored = read(key);
  held.set(key, stored);
  return stored;
}

function change(key: string, draft: Draft): void {
  held.set(key, draft);
  write(key, draft);
  for (const listener of listeners) listener();
}

const keyOf = (userId: string, what: string): string => `${PREFIX}${userId}:${what}`;

export const hasDraft = (userId: string, number: string): boolean =>
  keysOf(userId).some((key) => key.startsWith(keyOf(userId, `${number}:`)));
export const clearDraft = (userId: string, what: string): void => change(keyOf(userId, what), EMPTY);

export function useDraft(userId: string, what: string) {
  const key = keyOf(userId, what);
  const draft = useSyncExternalStore(subscribe, () => draftUnder(key));
  const update = (changed: Partial<Draft>) => change(key, { ...draftUnder(key), ...changed });
  return {
    draft,
    setText: (text: string) => update({ text }),
    attach: (attachment: Attachment) => update({ attachments: [...draftUnder(key).attachments, attachment] }),
    detach: (id: string) =>
      update({ attachments: draftUnder(key).attachments.filter((other) => other.id !== id) }),
  };
}
