import type {
  Channel,
  ClockKind,
  Escalation,
  MessageKind,
  OfferState,
  PresenceState,
  CallControl,
  Priority,
  RecordingState,
  TicketStatus,
} from './vocabulary.js';

/** The live namespace and the names of its rooms. `me` stands for the signed-in person's own room. */
export const LIVE_NAMESPACE = '/live';
export type LiveRoom = 'me' | 'board' | `queue:${string}` | `ticket:${string}`;

/** Between processes: events for whoever is in their rooms, a batch of them at once. */
export const LIVE_BATCH = 'live batch';

/** Why the router chose this agent: the facts in the order in which they decided. */
export interface OfferReason {
  /** `priority`, `waited`, `language`, `skill`, `sticky`, `idle`, … with the values that a person would want to see */
  code: string;
  params: Record<string, string | number>;
}

export interface OfferView {
  id: string;
  ticket: { number: string; subject: string; priority: Priority; channel: Channel };
  queue: string;
  expiresAt: string;
  why: OfferReason[];
}

export interface QueueLive {
  key: string;
  waiting: number;
  longestWaitSeconds: number;
  offered: number;
  handling: number;
  agents: { available: number; busy: number; wrapUp: number; notReady: number; offline: number };
  /** percent is null until someone was answered or gave up today */
  serviceLevel: { percent: number | null; thresholdSeconds: number };
  arrivedToday: number;
  resolvedToday: number;
  abandonedToday: number;
  seq: number;
  at: string;
}

export interface AgentLive {
  id: string;
  name: string;
  state: PresenceState;
  reason: string | null;
  since: string;
  queues: string[];
}

/** What a caller's number tells the agent before the first word. */
export interface ScreenPop {
  interactionId: string;
  from: string | null;
  to: string | null;
  queue: string | null;
  requester: { id: string; name: string | null; language: string | null } | null;
  openTickets: { number: string; subject: string; status: TicketStatus; updatedAt: string }[];
  lastContacts: { channel: Channel; at: string; direction: 'in' | 'out' }[];
}

/** A call as the agent's screen shows it. */
export interface CallNow extends ScreenPop {
  state: 'ringing' | 'active' | 'held';
  /** when it began to ring, or was answered */
  since: string;
  recording: RecordingState;
  /** what this agent's exchange lets them do from here */
  controls: CallControl[];
}

export type Notice =
  /** whole, so that it is shown even where it was not seen to ring */
  | ({ kind: 'call.ringing' | 'call.answered' | 'call.changed' } & CallNow)
  /** stopped: this agent has no part in it any more, though it may go on */
  | { kind: 'call.ended' | 'call.stopped'; interactionId: string }
  | { kind: 'mail.failed' | 'text.failed'; number: string | null }
  | {
      kind: 'sla.escalated';
      number: string;
      clock: ClockKind;
      dueAt: string;
      step: string;
      do: Escalation;
    }
  /** nobody can serve the queue; reason null: somebody can again */
  | { kind: 'queue.unserved'; queue: string; reason: 'no_agents' | 'no_skills' | null };

/** Payload of each live message, by type. */
export interface LivePayloads {
  'offer.made': OfferView;
  'offer.expired': { id: string; state: Exclude<OfferState, 'made'> };
  'presence.changed': AgentLive;
  'queue.changed': QueueLive;
  'ticket.created': { number: string; queue: string; channel: Channel; priority: Priority };
  'ticket.changed': {
    number: string;
    queue: string;
    status: TicketStatus;
    version: number;
    changed: string[];
    assigneeId: string | null;
  };
  'message.added': { number: string; messageId: string; kind: MessageKind };
  'viewer.changed': { number: string; viewers: { id: string; name: string; typing: boolean }[] };
  'sla.at_risk': { number: string; clock: string; dueAt: string };
  'sla.breached': { number: string; clock: string; dueAt: string };
  notice: Notice;
}
export type LiveType = keyof LivePayloads;

export type LiveEvent<T extends LiveType = LiveType> = {
  [K in T]: { room: LiveRoom; seq: number; type: K; at: string; data: LivePayloads[K] };
}[T];

export interface Snapshots {
  me: { presence: AgentLive; offers: OfferView[]; calls: CallNow[] };
  board: { queues: QueueLive[]; agents: AgentLive[] };
  queue: QueueLive;
  ticket: {
    number: string;
    version: number;
    status: TicketStatus;
    viewers: { id: string; name: string; typing: boolean }[];
  };
}

export interface SubscribeRequest {
  room: LiveRoom;
  since?: number;
  /** follows a ticket from a tab in the background: its reader is told all, and not shown to others as being there */
  aside?: boolean;
}
export type SubscribeAnswer =
  | { ok: true; seq: number; snapshot: Snapshots[keyof Snapshots] }
  | { ok: true; seq: number; events: LiveEvent[] }
  | { ok: false; code: string };

/** client → server */
export interface ClientToServer {
  subscribe(request: SubscribeRequest, answer: (result: SubscribeAnswer) => void): void;
  unsubscribe(request: { room: LiveRoom }, answer?: (result: { ok: boolean; code?: string }) => void): void;
  /** tells others on the ticket that this person is writing; forgotten after some seconds */
  typing(request: { number: string }): void;
  /** answered at once: how long that takes tells a slow line from a good one */
  probe(answer: (result: { ok: boolean }) => void): void;
}
/** server → client */
export interface ServerToClient {
  event(message: LiveEvent): void;
  /** the visitor of a live chat is writing; forgotten after some seconds */
  typing(message: { number: string }): void;
}
