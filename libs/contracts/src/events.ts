import type { AuditNote } from './audit.js';
import type {
  CallEndCause,
  Channel,
  ClockKind,
  Escalation,
  MessageKind,
  OfferState,
  PresenceState,
  Priority,
  ReferralChange,
  ReferralState,
  TicketStatus,
  WorkState,
} from './vocabulary.js';
import type { WebhookDisabledReason } from './webhooks.js';

/**
 * All domain events with their payloads. Events carry identifiers and small facts, never personal data or message
 * bodies, because they pass through job queues and logs. Times are ISO 8601 UTC. `queue` is a queue key.
 */
export interface EventPayloads {
  'ticket.created': { ticketId: string; number: string; queue: string; channel: Channel; priority: Priority };
  'ticket.changed': {
    ticketId: string;
    number: string;
    queue: string;
    status: TicketStatus;
    version: number;
    /** names of the fields that changed */
    changed: string[];
    assigneeId: string | null;
    /** set when this change resolved, reopened or closed the ticket */
    channel?: Channel;
    outcome?: 'resolved' | 'reopened' | 'closed';
  };
  'message.added': {
    ticketId: string;
    number: string;
    queue: string;
    messageId: string;
    kind: MessageKind;
    /** the ticket's; absent in events of an older version */
    channel?: Channel;
    assigneeId: string | null;
  };
  /** A work item moved between states or queues; the live counters are the running sum of these events. */
  'work.changed': {
    workId: string;
    queue: string;
    pool: string;
    from: WorkState | null;
    to: WorkState;
    /** the queue it came from, when it moved */
    fromQueue?: string;
    agentId: string | null;
    /** who had it until now, when it was assigned; absent in events of an older version */
    fromAgentId?: string;
    /** seconds from arrival to acceptance, when `to` is assigned for the first time */
    answeredAfterSeconds?: number;
    /** the requester gave up after so many seconds */
    abandonedAfterSeconds?: number;
  };
  /** the requester rated the ticket; possible once per ticket */
  'ticket.rated': { ticketId: string; number: string; queue: string; score: number };
  /** An administrator added, changed, retired, reopened or removed a queue. */
  'queue.settings_changed': { queue: string };
  /** Nobody can serve a queue, or (reason null) somebody can again. */
  'queue.unserved': { queue: string; reason: 'no_agents' | 'no_skills' | 'no_readers' | null };
  'offer.made': { offerId: string; agentId: string; queue: string; expiresAt: string };
  'offer.closed': { offerId: string; agentId: string; queue: string; state: Exclude<OfferState, 'made'> };
  'presence.changed': {
    agentId: string;
    state: PresenceState;
    reason: string | null;
    since: string;
    queues: string[];
  };
  /** An account was made or changed in what routing, boards and figures show of it. */
  'staff.changed': {
    staffId: string;
    /** keys of the queues it serves now; none when it is disabled */
    queues: string[];
    /** keys of the queues it served before and does not any more */
    leftQueues: string[];
  };
  /** A service became restricted or open, or other groups read it now. */
  'service.readers_changed': { service: string };
  'call.ringing': { interactionId: string; agentId: string | null; queue: string | null };
  'call.answered': { interactionId: string; agentId: string | null; queue: string | null };
  'call.ended': {
    interactionId: string;
    agentId: string | null;
    queue: string | null;
    cause: CallEndCause;
    answered: boolean;
  };
  /** hold, recording or route of a call changed; the agent's console reloads it */
  'call.changed': { interactionId: string; agentId: string | null; queue: string | null };
  /** the phone stopped ringing or the agent transferred the call: for this agent the call is over */
  'call.stopped': { interactionId: string; agentId: string; queue: string | null };
  /**
   * Someone who knows an address of the ticket asked for the tracking code; it is sent to that address only.
   * `contactId` is absent in events of an older version.
   */
  'tracking.code_requested': {
    ticketId: string;
    number: string;
    channel: 'email' | 'phone';
    contactId?: string;
  };
  /** The state of a contact address of a ticket changed. */
  'ticket.contact_changed': {
    ticketId: string;
    number: string;
    contactId: string;
    state: 'claimed' | 'verified' | 'refused';
  };
  /** Somebody wants to follow a public report; they must confirm their address first. */
  'follower.asked': { ticketId: string; number: string; followerId: string };
  /** An SLA target has used up the share of its time that the policy defines as at risk, or all of it (breach). */
  'sla.at_risk': SlaClockEvent;
  'sla.breached': SlaClockEvent;
  /** An escalation step was carried out; `tell` lists the members of staff to notify. */
  'sla.escalated': SlaClockEvent & { step: string; do: Escalation; tell: string[] };
  /** An announcement or a policy changed the due times of a ticket; the ticket itself did not change. */
  'sla.moved': {
    ticketId: string;
    number: string;
    queue: string;
    status: TicketStatus;
    version: number;
    assigneeId: string | null;
  };
  /** Something happened to a referral. `entity` is a key. */
  'referral.changed': {
    referralId: string;
    ticketId: string;
    number: string;
    entity: string;
    entityId: string;
    what: ReferralChange;
    state: ReferralState;
    /** who did it: the centre, the entity, or the system by itself */
    by: 'centre' | 'entity' | 'system';
    queue: string;
    assigneeId: string | null;
    /** the members of staff to notify */
    tell: string[];
  };
  /** Somebody requested a password reset. The link exists only if the account does. */
  'password.reset_asked': { linkId: string };
  /** The sign-in methods of an account changed; its owner is notified, in case it was not them. */
  'account.security_changed': { staffId: string; change: SecurityChange };
  /** The account for emergencies was signed in to while passwords are off; administrators are notified. */
  'account.break_glass_used': { staffId: string };
  /** Somebody asked for a one-time code to sign in on the portal; it is sent only to addresses that we know. */
  'requester.code_asked': { codeId: string };
  'mail.failed': { outgoingMailId: string; ticketId: string | null; number: string | null };
  /** The visitor of a live chat left, or the ticket was settled: further replies go through another channel. */
  'chat.ended': { ticketId: string; number: string; ended: 'left' | 'lost' | 'settled' };
  'text.failed': { outgoingTextId: string; ticketId: string | null; number: string | null };
  /** somebody texted STOP or START, and gets one confirmation */
  'text.keyword': { inboundTextId: string; keyword: 'stop' | 'start' };
  /** A webhook is told nothing any more, because of its receiver. Administrators are notified. */
  'webhook.disabled': { webhookId: string; because: Exclude<WebhookDisabledReason, 'administrator'> };
  /** An action to be recorded in the audit trail. */
  'audit.noted': AuditNote;
}

export const SECURITY_CHANGES = [
  'totp_added',
  'totp_removed',
  'passkey_added',
  'passkey_removed',
  'second_factor_reset',
  'oidc_linked',
  'oidc_unlinked',
] as const;
export type SecurityChange = (typeof SECURITY_CHANGES)[number];

interface SlaClockEvent {
  ticketId: string;
  number: string;
  queue: string;
  clock: ClockKind;
  dueAt: string;
  assigneeId: string | null;
}

export type EventType = keyof EventPayloads;

/** Every type of event. The worker does not start while one of them has no handler. */
export const EVENT_TYPES = Object.keys({
  'ticket.created': true,
  'ticket.changed': true,
  'message.added': true,
  'work.changed': true,
  'ticket.rated': true,
  'queue.settings_changed': true,
  'queue.unserved': true,
  'offer.made': true,
  'offer.closed': true,
  'presence.changed': true,
  'staff.changed': true,
  'service.readers_changed': true,
  'call.ringing': true,
  'call.answered': true,
  'call.ended': true,
  'call.changed': true,
  'call.stopped': true,
  'tracking.code_requested': true,
  'ticket.contact_changed': true,
  'follower.asked': true,
  'sla.at_risk': true,
  'sla.breached': true,
  'sla.escalated': true,
  'sla.moved': true,
  'referral.changed': true,
  'password.reset_asked': true,
  'account.security_changed': true,
  'account.break_glass_used': true,
  'requester.code_asked': true,
  'mail.failed': true,
  'chat.ended': true,
  'text.failed': true,
  'text.keyword': true,
  'webhook.disabled': true,
  'audit.noted': true,
} satisfies Record<EventType, true>) as EventType[];

/** An event as stored in the outbox and carried to consumers; `id` orders events of one ticket and makes them unique. */
export type DomainEvent<T extends EventType = EventType> = {
  [K in T]: { id: string; type: K; at: string; data: EventPayloads[K] };
}[T];

/** An event on its way into the outbox. */
export type NewEvent<T extends EventType = EventType> = { [K in T]: { type: K; data: EventPayloads[K] } }[T];
