import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type SyntheticEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { queryKeys } from '../../api/query-keys.js';
import { cannedApi, type ReadyReply } from '../../api/templates-api.js';
import { cannedQueryAt, type CannedQuery, matchingReplies, insertReply } from './canned-query.js';

const MAX_SHOWN = 30;

interface Options {
  number: string;
  /** internal notes have no canned replies */
  enabled: boolean;
  text: string;
  setText: (text: string) => void;
}

/** State and keyboard handling of the list that `//` opens. */
export function useCanned({ number, enabled, text, setText }: Options) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [chosen, setChosen] = useState({ words: '', at: 0 });
  const asked = enabled && caret !== null ? cannedQueryAt(text, caret) : null;
  const query = asked && asked.from !== closedAt ? asked : null;
  const replies = useReadyReplies(number, query !== null);
  const found = query && replies ? matchingReplies(replies, query.words).slice(0, MAX_SHOWN) : [];
  const active = query && chosen.words === query.words ? Math.min(chosen.at, found.length - 1) : 0;
  const placeCaret = useCaretAfter(field, text);

  const choose = (reply: ReadyReply, at: CannedQuery) => {
    const next = insertReply(text, at, reply.text);
    setText(next.text);
    placeCaret(next.caret);
    setCaret(null);
    setChosen({ words: '', at: 0 });
  };
  const move = (by: number) =>
    setChosen({ words: query!.words, at: (active + by + found.length) % found.length });

  /** @returns whether the list handled the key */
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!query || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return false;
    if (event.key === 'Escape') setClosedAt(query.from);
    else if (found.length === 0) return false;
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') choose(found[active]!, query);
    else return false;
    event.preventDefault();
    return true;
  };

  const follow = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    field.current = currentTarget;
    const { selectionStart, selectionEnd, value } = currentTarget;
    setCaret(selectionStart === selectionEnd ? selectionStart : null);
    // A closed list stays closed until the slashes are removed.
    if (cannedQueryAt(value, selectionStart) === null) setClosedAt(null);
  };

  const isOpen = query !== null && replies !== undefined;
  return {
    onKeyDown,
    follow,
    leave: () => setCaret(null),
    choose: (reply: ReadyReply) => query && choose(reply, query),
    list: { id, isOpen, found, active },
    /** ARIA props of the text field */
    aria: {
      'aria-autocomplete': 'list' as const,
      ...(isOpen && found.length > 0 && { 'aria-controls': id, 'aria-activedescendant': `${id}-${active}` }),
    },
  };
}

/** The canned replies for a ticket, fetched on demand. */
function useReadyReplies(number: string, wanted: boolean): ReadyReply[] | undefined {
  return useQuery({
    queryKey: queryKeys.readyReplies(number),
    queryFn: async () => (await cannedApi.ready(number)).data,
    enabled: wanted,
  }).data;
}

/** Sets the caret after the new text has been rendered. */
function useCaretAfter(field: { current: HTMLTextAreaElement | null }, text: string) {
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  }, [field, text]);
  return (caret: number) => {
    wanted.current = caret;
  };
}
