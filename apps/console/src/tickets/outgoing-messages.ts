import i18next from 'i18next';
import { create } from 'zustand';
import { ticketsApi } from '../api/api.js';
import { idempotencyKey } from '../api/client.js';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import { serverNow } from '../ui/server-clock.js';
import { notifyError } from '../ui/notify.js';
import { problemText } from '../ui/use-problem-text.js';
import type { ComposerKind } from './Composer.js';
import { clearDraft, type Draft } from './drafts.js';
import { onUserGone } from '../session/bind-user.js';

/** A message in its undo delay or being sent. */
export interface OutgoingMessage {
  number: string;
  kind: ComposerKind;
  draft: Draft;
  author: string;
  /** end of the undo delay in server time; null while it is being sent */
  until: number | null;
}

/**
 * By ticket and kind. Outlives the ticket's page, so navigating away does not cancel sending. The draft is kept until
 * the message is stored, so closing the page too early loses nothing.
 */
export const useOutgoingMessages = create<Record<string, OutgoingMessage>>()(() => ({}));

const timers = new Map<string, ReturnType<typeof setTimeout>>();
/** One idempotency key per content: resending after a lost response creates no second message. */
const idempotencyKeys = new Map<string, { content: string; key: string }>();

export const outgoingKey = (number: string, kind: ComposerKind): string => `${number}:${kind}`;

export function scheduleSend(message: Omit<OutgoingMessage, 'until'>, seconds: number): void {
  const name = outgoingKey(message.number, message.kind);
  if (useOutgoingMessages.getState()[name]) return;
  useOutgoingMessages.setState({ [name]: { ...message, until: serverNow() + seconds * 1000 } });
  if (seconds === 0) return void deliver(name);
  timers.set(
    name,
    setTimeout(() => void deliver(name), seconds * 1000),
  );
}

export function sendNow(name: string): void {
  clearTimeout(timers.get(name));
  void deliver(name);
}

/** @returns false when it was already being sent */
export function cancelSend(name: string): boolean {
  const waiting = useOutgoingMessages.getState()[name];
  if (!waiting || waiting.until === null) return false;
  remove(name);
  return true;
}

/** On sign-out all messages are sent without further delay. Resolves when each is stored or its failure was reported. */
export async function sendAllNow(): Promise<void> {
  const names = Object.keys(useOutgoingMessages.getState());
  for (const name of names) clearTimeout(timers.get(name));
  await Promise.all(names.map(deliver));
}

/** When another user signs in, unsent messages stay drafts. */
export function cancelAllSends(): void {
  for (const name of Object.keys(useOutgoingMessages.getState())) cancelSend(name);
}

/** Ids of messages sent from this page, which are not marked as unread. */
const sent = new Set<string>();

/** Whether this page has sent the message, or is sending one on this ticket. */
export const isOwnMessage = (number: string, messageId: string): boolean =>
  sent.has(messageId) ||
  Object.values(useOutgoingMessages.getState()).some((one) => one.number === number && one.until === null);

function remove(name: string): void {
  clearTimeout(timers.get(name));
  timers.delete(name);
  const { [name]: _gone, ...others } = useOutgoingMessages.getState();
  useOutgoingMessages.setState(others, true);
}

async function deliver(name: string): Promise<void> {
  const message = useOutgoingMessages.getState()[name];
  if (!message || message.until === null) return;
  useOutgoingMessages.setState({ [name]: { ...message, until: null } });
  const { number, kind, draft, author } = message;
  const attachments = draft.attachments.map(({ id }) => id);
  const body = { kind, body: draft.text.trim(), ...(attachments.length > 0 && { attachments }) };
  try {
    sent.add((await ticketsApi.addMessage(number, body, keyFor(name, draft))).id);
  } catch (error) {
    notifyError(`${i18next.t('composer.failed')} \u2066${number}\u2069`, problemText(error, i18next.t));
    return remove(name);
  }
  // the draft is cleared only after the message appears, so that the text is always visible somewhere
  await queryClient.invalidateQueries({ queryKey: queryKeys.messages(number) });
  clearDraft(author, name);
  idempotencyKeys.delete(name);
  remove(name);
  void queryClient.invalidateQueries({ queryKey: queryKeys.ticket(number), exact: true });
  void queryClient.invalidateQueries({ queryKey: queryKeys.history(number) });
}

function keyFor(name: string, draft: Draft): string {
  const content = JSON.stringify(draft);
  const before = idempotencyKeys.get(name);
  if (before?.content === content) return before.key;
  const key = idempotencyKey();
  idempotencyKeys.set(name, { content, key });
  return key;
}

/** Closing the page during the delay would leave the message unsent, so the browser asks. */
window.addEventListener('beforeunload', (event) => {
  if (Object.keys(useOutgoingMessages.getState()).length > 0) event.preventDefault();
});

onUserGone(cancelAllSends);
