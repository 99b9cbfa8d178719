/** The namespace of visitors who chat with us, on the portal. Staff take part on the ticket's own page. */
export const CHAT_NAMESPACE = '/chat';
/** @param number grouped */
export const chatRoom = (number: string) => `chat:${number}`;

/** Between processes: a visitor is writing. */
export const VISITOR_TYPING = 'visitor typing';

/** One thing that was said, as the visitor sees it. */
export interface ChatLine {
  id: string;
  from: 'visitor' | 'staff';
  text: string;
  at: string;
  files: number;
}

/** Where a chat stands, in the visitor's eyes. */
export interface ChatState {
  stage: 'waiting' | 'answered' | 'ended';
  /** how many chats are before this one; null when it does not wait */
  ahead: number | null;
  /** how long most people waited lately, in minutes; null when too few did */
  usualMinutes: number | null;
  /** whether a further message can still be added to the ticket */
  canWrite: boolean;
}

export interface ChatNews {
  lines: ChatLine[];
  state: ChatState;
}

export type ChatAnswer<T extends object = object> = ({ ok: true } & T) | { ok: false; code: string };

/** visitor → server */
export interface VisitorToServer {
  /** what was said after the line with this id; all of it without one. Some lines may come again. */
  since(request: { after?: string | null }, answer: (result: ChatAnswer<ChatNews>) => void): void;
  /** `id` is the page's own, by which a message sent again is one */
  say(request: { id: string; text: string }, answer: (result: ChatAnswer) => void): void;
  typing(): void;
}
/** server → visitor */
export interface ServerToVisitor {
  /** something changed: ask `since` */
  news(): void;
  /** a member of staff is writing */
  typing(): void;
}
