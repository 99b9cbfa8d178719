import type { ChatMessage, ChatUpdate, ChatState } from '#wasl/contracts';
import type { PageContext } from '../views/page-context.js';

/** A chat line with all texts resolved, so that the page's script only displays it. */
export interface ChatLineView {
  id: string;
  from: ChatMessage['from'];
  author: string;
  text: string;
  at: string;
  when: string;
  note: string | null;
}

export interface ChatUpdateView {
  lines: ChatLineView[];
  stage: ChatState['stage'];
  status: string;
  canWrite: boolean;
}

export function chatUpdateView({ lines, state }: ChatUpdate, pageContext: PageContext): ChatUpdateView {
  const { texts } = pageContext;
  return {
    lines: lines.map(({ id, from, text, at, files }) => ({
      id,
      from,
      author: from === 'staff' ? texts.chat.us : texts.chat.you,
      text,
      at,
      when: pageContext.clock(at),
      note: files > 0 ? texts.chat.files : null,
    })),
    stage: state.stage,
    status: statusText(state, texts.chat),
    canWrite: state.canWrite,
  };
}

function statusText(state: ChatState, words: PageContext['texts']['chat']): string {
  if (state.stage === 'ended') return state.canWrite ? `${words.ended} ${words.endedMore}` : words.ended;
  if (state.stage === 'answered') return words.answered;
  const place = state.ahead ? words.ahead(state.ahead) : words.next;
  return state.usualMinutes === null ? place : `${place} ${words.usual(state.usualMinutes)}`;
}
