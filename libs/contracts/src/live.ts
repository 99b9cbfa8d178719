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
  ReferralChange,
  ReferralState,
  TicketStatus,
} from './vocabulary.js';
import type { WebhookDisabledReason } from './webhooks.js';

/** The live namespace and the names of its rooms. `me` stands for the signed-in person's own room. */
export const LIVE_NAMESPACE = '/live';
export type LiveRoom = 'me' | 'board' | `queue:${string}` | `ticket:${string}` | `referrals:${string}`;

/** Message between processes: a batch of live events. */
export const LIVE_BATCH = 'live batch';

/** Why the router chose this agent: reasons in order of importance. */
export interface OfferReason {
  /** `priority`, `waited`, `language`, `skill`, `sticky`, `idle`, … with the values to display */
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

export interface LiveQueue {
  key: string;
  name: { ar: string; en: string };
  /** boards list queues by position, then by key */
  position: number;
  waiting: number;
  longestWaitSeconds: number;
  offered: number;
  handling: number;
  agents: { available: number; busy: number; wrapUp: number; notReady: number; offline: number };
  /** percent is null until a contact was answered or abandoned today */
  serviceLevel: { percent: number | null; thresholdSeconds: number };
  arrivedToday: number;
  resolvedToday: number;
  abandonedToday: number;
  seq: number;
  at: string;
}

export interface LiveAgent {
  id: string;
  name: string;
  state: PresenceState;
  reason: string | null;
  since: string;
  queues: string[];
  /** in answers about the board; changes come as `agent.load` */
  capacity?: AgentCapacity;
}

export interface AgentCapacity {
  units: number;
  /** of the work offered and assigned to them */
  held: number;
}

/** What is known about a caller from their number, shown before the call is answered. */
export interface ScreenPop {
  interactionId: string;
  from: string | null;
  /** the caller's digits as the exchange sent them, also when they are of no numbering plan; null when withheld */
  fromRaw: string | null;
  to: string | null;
  queue: string | null;
  /** the queue as the exchange named it, which may be none of ours */
  queueNamed: string | null;
  requester: { id: string; name: string | null; language: string | null } | null;
  openTickets: { number: string; subject: string; status: TicketStatus; updatedAt: string }[];
  lastContacts: { channel: Channel; at: string; direction: 'in' | 'out' }[];
}

/** A call as the agent's screen shows it. */
export interface CurrentCall extends ScreenPop {
  state: 'ringing' | 'active' | 'held';
  /** when it began to ring, or was answered */
  since: string;
  recording: RecordingState;
  /** the call controls that the exchange supports for this agent */
  controls: CallControl[];
}

export type Notice =
  /** complete, so that it can be shown even if the ringing notice was missed */
  | ({ kind: 'call.ringing' | 'call.answered' | 'call.changed' } & CurrentCall)
  /** stopped: the call is over for this agent, though it may continue */
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
  /** of a referral: to the owner of the ticket, the officers named in a ladder, or those who arbitrate */
  | ({ kind: 'referral.changed' } & LiveReferral)
  | { kind: 'webhook.disabled'; webhookId: string; because: WebhookDisabledReason }
  /** nobody can serve the queue; reason null: somebody can again */
  | {
      kind: 'queue.unserved';
      queue: string;
      reason: UnservedAlarm['reason'] | null;
      /** since when nobody can */
      since?: string;
    };

/** What happened to a referral. */
export interface LiveReferral {
  id: string;
  /** the ticket's */
  number: string;
  /** key */
  entity: string;
  what: ReferralChange;
  state: ReferralState;
}

/** A queue that nobody can serve. */
export interface UnservedAlarm {
  queue: string;
  reason: 'no_agents' | 'no_skills' | 'no_readers';
  since: string;
}

/** A running SLA target that is at risk or breached. One that stands still, or has ended, is none. */
export interface SlaAlarm {
  number: string;
  queue: string;
  clock: ClockKind;
  state: 'at_risk' | 'breached';
  /** when it became so */
  since: string;
  dueAt: string;
}

/** What supervisors must see to. */
export interface LiveAlarms {
  unserved: UnservedAlarm[];
  /** by due time, so that breached ones come first; not more than `MOST_SLA_ALARMS` */
  targets: SlaAlarm[];
}
export const MOST_SLA_ALARMS = 200;

/** Payload of each live message, by type. */
export interface LivePayloads {
  'offer.made': OfferView;
  'offer.expired': { id: string; state: Exclude<OfferState, 'made'> };
  'presence.changed': LiveAgent;
  'agent.load': { id: string; capacity: AgentCapacity };
  'queue.changed': LiveQueue;
  /** the queue was retired or deleted; `queue.changed` follows if it is ever reopened */
  'queue.removed': { key: string };
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
  /** to the room `board`: all alarms of a ticket, in place of those told before; none when their causes have ended */
  'sla.alarms': { number: string; targets: SlaAlarm[] };
  /** to the room `referrals:<entity>`, with how much lies with the entity then */
  'referral.changed': LiveReferral & { desk: Snapshots['referrals'] };
  notice: Notice;
}
export type LiveType = keyof LivePayloads;

export type LiveEvent<T extends LiveType = LiveType> = {
  [K in T]: { room: LiveRoom; seq: number; type: K; at: string; data: LivePayloads[K] };
}[T];

export interface Snapshots {
  me: { presence: LiveAgent; offers: OfferView[]; calls: CurrentCall[] };
  board: {
    queues: LiveQueue[];
    agents: LiveAgent[];
    /** absent in answers of an older version */
    alarms?: LiveAlarms;
  };
  queue: LiveQueue;
  /** how many referrals lie with an entity */
  referrals: {
    entity: string;
    /** nobody has accepted them */
    waiting: number;
    accepted: number;
    /** of both: what was promised is over */
    overdue: number;
  };
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
  /** subscribes from a background tab: receives all events, but is not shown as a viewer */
  aside?: boolean;
}
export type SubscribeAnswer =
  | ({ ok: true; seq: number; snapshot: Snapshots[keyof Snapshots] } & BoardAge)
  | ({ ok: true; seq: number; events: LiveEvent[] } & BoardAge)
  | { ok: false; code: string };

/** Up to when events are in the figures; sent about every two seconds while they are, also when nothing happens. */
export interface Projected {
  at: string;
  /** how long before the moment of sending that was, so that the reader's clock does not matter */
  behindMs: number;
}
/** Only in answers about the room `board`. */
interface BoardAge {
  projected?: Projected;
}

/** client → server */
export interface ClientToServer {
  subscribe(request: SubscribeRequest, answer: (result: SubscribeAnswer) => void): void;
  unsubscribe(request: { room: LiveRoom }, answer?: (result: { ok: boolean; code?: string }) => void): void;
  /** tells other viewers of the ticket that this person is typing; expires after some seconds */
  typing(request: { number: string }): void;
  /** answered at once, to measure the latency of the connection */
  probe(answer: (result: { ok: boolean }) => void): void;
}
/** server → client */
export interface ServerToClient {
  event(message: LiveEvent): void;
  /** to the room `board`: not numbered, and not repeated when it is missed */
  projected(message: Projected): void;
  /** the visitor of a live chat is typing; expires after some seconds */
  typing(message: { number: string }): void;
}
