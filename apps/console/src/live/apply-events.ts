import type {
  ClockKind,
  LiveAgent,
  LiveEvent,
  LiveReferral,
  LiveRoom,
  OfferView,
  Snapshots,
} from '#wasl/contracts';
import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import type { Presence, Queue, Ticket } from '../api/types.js';
import { playOfferSound } from '../offers/offer-sound.js';
import { ABOUT_OFFERS } from '../offers/use-offer-answer.js';
import { isOwnMessage } from '../tickets/outgoing-messages.js';
import { notifyError, notifyWarning, withdrawErrors } from '../ui/notify.js';
import { serverNow } from '../ui/server-clock.js';
import { aboutCall, aboutTicket, useLive } from './live-store.js';
import {
  withAgent,
  withCalls,
  withLoad,
  withNotice,
  withOffer,
  withoutOffer,
  withoutQueue,
  withQueue,
  withQueueName,
  withTargets,
  withUnserved,
} from './patches.js';
import { refreshLists } from './refresh-lists.js';

type Board = Snapshots['board'];
const cache: QueryClient = queryClient;
const onPage = (number: string) => location.pathname.endsWith(`/tickets/${number}`);

/** Applies a live event to the query cache. Facts are patched in place; otherwise the query is refetched. */
export function applyEvent(event: LiveEvent): void {
  switch (event.type) {
    case 'offer.made':
      withdrawErrors(ABOUT_OFFERS);
      cache.setQueryData<OfferView[]>(queryKeys.offers, (offers) => withOffer(offers, event.data));
      playOfferSound(event.data.id);
      return;
    case 'offer.expired':
      cache.setQueryData<OfferView[]>(queryKeys.offers, (offers) => withoutOffer(offers, event.data.id));
      return;
    case 'presence.changed':
      if (event.room === 'me') setPresence(event.data);
      else cache.setQueryData<Board>(queryKeys.board, (board) => withAgent(board, event.data));
      return;
    case 'agent.load':
      cache.setQueryData<Board>(queryKeys.board, (board) => withLoad(board, event.data));
      return;
    case 'queue.changed':
      cache.setQueryData(queryKeys.queueLive(event.data.key), event.data);
      cache.setQueryData<Board>(queryKeys.board, (board) => withQueue(board, event.data));
      cache.setQueryData<Queue[]>(queryKeys.queues, (names) => withQueueName(names, event.data));
      return;
    case 'queue.removed':
      cache.removeQueries({ queryKey: queryKeys.queueLive(event.data.key) });
      cache.setQueryData<Board>(queryKeys.board, (board) => withoutQueue(board, event.data.key));
      cache.setQueryData<Queue[]>(queryKeys.queues, (names) =>
        names?.filter(({ key }) => key !== event.data.key),
      );
      return;
    case 'ticket.created':
      refreshLists({ ...event.data, assigneeId: null });
      return;
    case 'ticket.changed':
      refreshLists(event.data);
      if (event.data.changed.includes('status')) withdrawErrors(aboutTicket(event.data.number));
      ticketChanged(event.data.number, event.data.version, event.data.changed);
      return;
    case 'message.added':
      messageAdded(event.data.number, event.data.messageId);
      return;
    case 'viewer.changed': {
      const { number, viewers } = event.data;
      useLive.setState((live) => ({ viewers: { ...live.viewers, [number]: viewers } }));
      return;
    }
    case 'sla.at_risk':
    case 'sla.breached':
      void cache.invalidateQueries({ queryKey: queryKeys.slaTargets(event.data.number) });
      void cache.invalidateQueries({ queryKey: queryKeys.history(event.data.number) });
      // The room of the person holds what they are in charge of.
      if (event.room === 'me') notifyThreatened(event);
      return;
    case 'sla.alarms':
      cache.setQueryData<Board>(queryKeys.board, (board) => withTargets(board, event.data));
      return;
    case 'referral.changed':
      cache.setQueryData(queryKeys.referralDesk, event.data.desk);
      referralChanged(event.data);
      return;
    case 'notice': {
      const notice = event.data;
      if (notice.kind === 'referral.changed') {
        referralChanged(notice);
        notifyOfReferral(notice);
        return;
      }
      if (notice.kind === 'queue.unserved')
        cache.setQueryData<Board>(queryKeys.board, (board) => withUnserved(board, notice, event.at));
      useLive.setState(({ calls }) => ({ calls: withNotice(calls, notice, serverNow()) }));
      if (notice.kind === 'call.ended') withdrawErrors(aboutCall(notice));
      if (notice.kind === 'sla.escalated') {
        const clock = i18next.t(`promise.clock.${notice.clock}`);
        notifyError(
          `\u2066${notice.number}\u2069`,
          i18next.t('promise.escalated', { clock }),
          aboutTicket(notice.number),
        );
        return;
      }
      if (notice.kind === 'webhook.disabled') {
        notifyError(i18next.t('webhooks.disabledNotice'), i18next.t(`webhooks.because.${notice.because}`));
        void cache.invalidateQueries({ queryKey: queryKeys.webhooks });
        return;
      }
      if ((notice.kind === 'mail.failed' || notice.kind === 'text.failed') && notice.number) {
        const text = notice.kind === 'mail.failed' ? 'ticket.mailFailed' : 'ticket.textFailed';
        notifyError(`\u2066${notice.number}\u2069`, i18next.t(text), aboutTicket(notice.number));
        void cache.invalidateQueries({ queryKey: queryKeys.ticket(notice.number) });
      }
    }
  }
}

function referralChanged({ number }: LiveReferral): void {
  void cache.invalidateQueries({ queryKey: queryKeys.referrals });
  void cache.invalidateQueries({ queryKey: queryKeys.ticketReferrals(number) });
}

/** The room of the person holds what is theirs to do next. */
function notifyOfReferral({ id, number, what }: LiveReferral): void {
  if (location.pathname.endsWith(`/referrals/${id}`) || onPage(number)) return;
  const tell = what === 'overdue' || what === 'step' || what === 'arbitration' ? notifyError : notifyWarning;
  tell(`\u2066${number}\u2069`, i18next.t(`referral.told.${what}`), aboutTicket(number));
}

/** Tells the agent who has the ticket. The ticket and its row in lists show it as long as it lasts. */
function notifyThreatened({ type, data }: LiveEvent<'sla.at_risk'> | LiveEvent<'sla.breached'>): void {
  if (onPage(data.number)) return;
  const clock = i18next.t(`promise.clock.${data.clock as ClockKind}`);
  const text = type === 'sla.breached' ? 'promise.yoursBreached' : 'promise.yoursAtRisk';
  notifyWarning(`\u2066${data.number}\u2069`, i18next.t(text, { clock }), aboutTicket(data.number));
}

/** Applies a room's full state: on joining, and after too many missed events. */
export function applySnapshot(room: LiveRoom, snapshot: Snapshots[keyof Snapshots]): void {
  if (room === 'me') {
    const { presence, offers, calls } = snapshot as Snapshots['me'];
    setPresence(presence);
    cache.setQueryData(queryKeys.offers, offers);
    for (const offer of offers) playOfferSound(offer.id);
    useLive.setState((live) => ({ calls: withCalls(live.calls, calls, serverNow()) }));
    return;
  }
  if (room === 'board') {
    cache.setQueryData(queryKeys.board, snapshot as Board);
    return;
  }
  if (room.startsWith('queue:')) {
    const queue = snapshot as Snapshots['queue'];
    cache.setQueryData(queryKeys.queueLive(queue.key), queue);
    return;
  }
  if (room.startsWith('referrals:')) {
    cache.setQueryData(queryKeys.referralDesk, snapshot as Snapshots['referrals']);
    void cache.invalidateQueries({ queryKey: queryKeys.referrals });
    return;
  }
  const ticket = snapshot as Snapshots['ticket'];
  useLive.setState((live) => ({ viewers: { ...live.viewers, [ticket.number]: ticket.viewers } }));
  ticketChanged(ticket.number, ticket.version);
}

/** The event holds the state only, so offers and the next presence are refetched. */
function setPresence({ state, reason, since }: LiveAgent): void {
  if (cache.getQueryData<Presence>(queryKeys.presence)?.state !== state) withdrawErrors('presence');
  cache.setQueryData<Presence>(
    queryKeys.presence,
    (old) => old && { ...old, state, reason, since, wrapUpUntil: null, next: null },
  );
  void cache.invalidateQueries({ queryKey: queryKeys.presence });
}

/** Due times change without a new ticket version when policies or calendars change. */
function ticketChanged(number: string, version: number, changed: string[] = []): void {
  const held = cache.getQueryData<Ticket>(queryKeys.ticket(number));
  if (held && held.version >= version && !changed.includes('resolutionDueAt')) return;
  // messages and history share the ticket's key prefix, so they are refetched with it
  void cache.invalidateQueries({ queryKey: queryKeys.ticket(number) });
}

function messageAdded(number: string, messageId: string): void {
  void cache.invalidateQueries({ queryKey: queryKeys.messages(number) });
  void cache.invalidateQueries({ queryKey: queryKeys.history(number) });
  if (!onPage(number) && !isOwnMessage(number, messageId))
    useLive.setState(({ unread }) => ({ unread: { ...unread, [number]: true } }));
}
