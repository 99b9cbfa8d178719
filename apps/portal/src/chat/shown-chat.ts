import type { ChatLine, ChatNews, ChatState } from '#wasl/contracts';
import type { Frame } from '../views/frame.js';

/** A chat line with all texts resolved, so that the page's script only displays it. */
export interface ShownLine {
  id: string;
  from: ChatLine['from'];
  author: string;
  text: string;
  at: string;
  when: string;
  note: string | null;
}

export interface ShownNews {
  lines: ShownLine[];
  stage: ChatState['stage'];
  status: string;
  canWrite: boolean;
}

export function shownNews({ lines, state }: ChatNews, frame: Frame): ShownNews {
  const { texts } = frame;
  return {
    lines: lines.map(({ id, from, text, at, files }) => ({
      id,
      from,
      author: from === 'staff' ? texts.chat.us : texts.chat.you,
      text,
      at,
      when: frame.clock(at),
      note: files > 0 ? texts.chat.files : null,
    })),
    stage: state.stage,
    status: statusText(state, texts.chat),
    canWrite: state.canWrite,
  };
}

function statusText(state: ChatState, words: Frame['texts']['chat']): string {
  if (state.stage === 'ended') return state.canWrite ? `${words.ended} ${words.endedMore}` : words.ended;
  if (state.stage === 'answered') return words.answered;
  const place = state.ahead ? words.ahead(state.ahead) : words.next;
  return state.usualMinutes === null ? place : `${place} ${words.usual(state.usualMinutes)}`;
}
