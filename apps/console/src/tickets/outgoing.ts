import i18next from 'i18next';
import { create } from 'zustand';
import { ticketsApi } from '../api/api.js';
import { idempotencyKey } from '../api/client.js';
import { keys } from '../api/keys.js';
import { queryClient } from '../api/query-client.js';
import { serverNow } from '../ui/server-clock.js';
import { tellFailed } from '../ui/tell.js';
import { problemText } from '../ui/use-problem-text.js';
import type { ComposerKind } from './Composer.js';
import { clearDraft, type Draft } from './drafts.js';

/** A message that its writer has sent: for some seconds it can be taken back, then it is on its way. */
export interface Outgoing {
  number: string;
  kind: ComposerKind;
  draft: Draft;
  writer: string;
  /** until when it can be taken back, in the server's time; null once it is on its way */
  until: number | null;
}

/**
 * By ticket and kind. It outlives the page of its ticket: who goes on to the next one has sent it all the same. The
 * draft is kept until it is stored, so that a page that is closed too early loses nothing.
 */
export const useOutgoing = create<Record<string, Outgoing>>()(() => ({}));

const timers = new Map<string, ReturnType<typeof setTimeout>>();
/** One key for one content: when the first answer got lost, sending again makes no second message. */
const tried = new Map<string, { content: string; key: string }>();

export const outgoingName = (number: string, kind: ComposerKind): string => `${number}:${kind}`;

export function sendSoon(message: Omit<Outgoing, 'until'>, seconds: number): void {
  const name = outgoingName(message.number, message.kind);
  if (useOutgoing.getState()[name]) return;
  useOutgoing.setState({ [name]: { ...message, until: serverNow() + seconds * 1000 } });
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

/** @returns whether it was in time */
export function takeBack(name: string): boolean {
  const waiting = useOutgoing.getState()[name];
  if (!waiting || waiting.until === null) return false;
  forget(name);
  return true;
}

/** Whoever signs out has sent it: nothing is left to wait for second thoughts. Settles when all is stored, or told to have failed. */
export async function sendAll(): Promise<void> {
  const names = Object.keys(useOutgoing.getState());
  for (const name of names) clearTimeout(timers.get(name));
  await Promise.all(names.map(deliver));
}

/** What was not sent when somebody else sits down here stays a draft. */
export function takeBackAll(): void {
  for (const name of Object.keys(useOutgoing.getState())) takeBack(name);
}

/** Messages that were sent from here: they are no news to their writer. */
const sent = new Set<string>();

/** Whether this page has sent a message, or is just sending one on this ticket. */
export const isOwn = (number: string, messageId: string): boolean =>
  sent.has(messageId) ||
  Object.values(useOutgoing.getState()).some((one) => one.number === number && one.until === null);

function forget(name: string): void {
  clearTimeout(timers.get(name));
  timers.delete(name);
  const { [name]: _gone, ...others } = useOutgoing.getState();
  useOutgoing.setState(others, true);
}

async function deliver(name: string): Promise<void> {
  const message = useOutgoing.getState()[name];
  if (!message || message.until === null) return;
  useOutgoing.setState({ [name]: { ...message, until: null } });
  const { number, kind, draft, writer } = message;
  const attachments = draft.attachments.map(({ id }) => id);
  const body = { kind, body: draft.text.trim(), ...(attachments.length > 0 && { attachments }) };
  try {
    sent.add((await ticketsApi.say(number, body, keyFor(name, draft))).id);
  } catch (error) {
    tellFailed(`${i18next.t('composer.failed')} \u2066${number}\u2069`, problemText(error, i18next.t));
    return forget(name);
  }
  // the text leaves the field when it is on the page, so that it is never nowhere
  await queryClient.invalidateQueries({ queryKey: keys.messages(number) });
  clearDraft(writer, name);
  tried.delete(name);
  forget(name);
  void queryClient.invalidateQueries({ queryKey: keys.ticket(number), exact: true });
  void queryClient.invalidateQueries({ queryKey: keys.history(number) });
}

function keyFor(name: string, draft: Draft): string {
  const content = JSON.stringify(draft);
  const before = tried.get(name);
  if (before?.content === content) return before.key;
  const key = idempotencyKey();
  tried.set(name, { content, key });
  return key;
}

/** Closing the page in these seconds would leave it unsent. */
window.addEventListener('beforeunload', (event) => {
  if (Object.keys(useOutgoing.getState()).length > 0) event.preventDefault();
});
