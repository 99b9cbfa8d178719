/** The closed lists of the domain. Stored and sent as these words. */
export const TICKET_KINDS = ['enquiry', 'complaint', 'suggestion', 'request', 'report'] as const;
export type TicketKind = (typeof TICKET_KINDS)[number];

export const TICKET_STATUSES = ['new', 'open', 'pending', 'resolved', 'closed'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

export const PENDING_ON = ['requester', 'entity', 'third_party'] as const;
export type PendingOn = (typeof PENDING_ON)[number];

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const CHANNELS = ['phone', 'email', 'web', 'mobile', 'counter', 'chat', 'open311', 'api'] as const;
export type Channel = (typeof CHANNELS)[number];

export const AUDIENCES = ['citizen', 'resident', 'visitor', 'business', 'anonymous'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Closing as answered and closing as fixed are counted separately. */
export const RESOLUTIONS = ['answered', 'fixed', 'not_possible', 'withdrawn', 'duplicate'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** What a service wants to see before a matter counts as fixed. */
export const PROOFS = ['none', 'photo', 'document', 'reading'] as const;
export type Proof = (typeof PROOFS)[number];

/** States of a referral. The first three are live: the entity has it. */
export const REFERRAL_STATES = ['sent', 'received', 'accepted', 'completed', 'returned', 'recalled'] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** What an entity may see of the requester. */
export const SHARED_REQUESTER = ['none', 'name', 'contact'] as const;
export type SharedRequester = (typeof SHARED_REQUESTER)[number];

/** How an entity completes a referral. */
export const REFERRAL_OUTCOMES = ['answered', 'fixed', 'not_possible'] as const;
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number];

/** Messages between an entity and the centre. */
export const REFERRAL_MESSAGE_KINDS = ['question', 'answer', 'note'] as const;
export type ReferralMessageKind = (typeof REFERRAL_MESSAGE_KINDS)[number];

/** What happened to a referral. `step`: nobody did what is due, and the next person is told. */
export const REFERRAL_CHANGES = [
  'sent',
  'received',
  'accepted',
  'returned',
  'recalled',
  'completed',
  'message',
  'overdue',
  'step',
  'arbitration',
  'decided',
] as const;
export type ReferralChange = (typeof REFERRAL_CHANGES)[number];

/** What a government body is. */
export const ENTITY_KINDS = ['ministry', 'authority', 'municipality', 'company'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export const PRESENCE_STATES = ['offline', 'available', 'busy', 'wrap_up', 'not_ready'] as const;
export type PresenceState = (typeof PRESENCE_STATES)[number];

/** Reasons the system sets; agents choose among the configured ones. */
export const SYSTEM_REASONS = ['signed_in', 'no_answer', 'connection_lost', 'work_timer', 'forced'] as const;
export type SystemReason = (typeof SYSTEM_REASONS)[number];

export const WORK_STATES = ['waiting', 'offered', 'assigned', 'done'] as const;
export type WorkState = (typeof WORK_STATES)[number];

export const OFFER_STATES = ['made', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** Kinds of ticket messages: from the requester, to the requester, or internal. */
export const MESSAGE_KINDS = ['requester_message', 'public_reply', 'internal_note'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const CALL_CAUSES = [
  'normalClearing',
  'busy',
  'cancel',
  'noAnswer',
  'congestion',
  'notFound',
  'forwarded',
] as const;
export type CallCause = (typeof CALL_CAUSES)[number];

/**
 * As which a call is stored as ended; `pbx_lost`: the exchange went down in a conversation; `rejected`: its caller is
 * blocked.
 */
export const CALL_END_CAUSES = [...CALL_CAUSES, 'pbx_lost', 'rejected'] as const;
export type CallEndCause = (typeof CALL_END_CAUSES)[number];

/** State of a call recording. It is paused while sensitive information is spoken. */
export const RECORDING_STATES = ['none', 'on', 'paused', 'over'] as const;
export type RecordingState = (typeof RECORDING_STATES)[number];

/** How far the file of a recording is. `checking`: a virus scan is due; `failed`: a person may have it fetched again. */
export const RECORDING_FILE_STATES = ['fetching', 'checking', 'kept', 'failed', 'expired'] as const;
export type RecordingFileState = (typeof RECORDING_FILE_STATES)[number];

/** Why a recording was not fetched. */
export const RECORDING_FAULTS = [
  /** the exchange answered with another status than 200 */
  'answered',
  'unreachable',
  'timeout',
  'cut_short',
  'too_large',
  'not_audio',
  /** the address is neither public nor in a network that the operator opened */
  'not_allowed',
  'redirected',
  /** neither did an agent note the caller's consent, nor does the exchange announce recordings */
  'no_consent',
  /** it lies in Asterisk, whose address is no longer set */
  'no_exchange',
  /** the virus scanner refused it */
  'harmful',
  /** the content is missing from the store */
  'lost',
  /** workers ended while they fetched it */
  'interrupted',
] as const;
export type RecordingFault = (typeof RECORDING_FAULTS)[number];

/** What can be done with a call from the console; which of them depends on the exchange. */
export const CALL_CONTROLS = ['hold', 'transfer', 'hangup', 'record'] as const;
export type CallControl = (typeof CALL_CONTROLS)[number];

/** Outcomes of a callback attempt. */
export const ATTEMPT_OUTCOMES = ['reached', 'no_answer', 'busy', 'wrong_number'] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

export const CALLBACK_STATES = [
  'waiting',
  'calling',
  'reached',
  'wrong_number',
  'gave_up',
  'cancelled',
] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** States of a visit to a service centre: waiting, at a desk, or over in one of four ways. */
export const VISIT_STATES = [
  'waiting',
  'called',
  'serving',
  'done',
  'no_show',
  'released',
  'settled',
] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** Variants of the service level; the formulas are in reporting. */
export const SERVICE_LEVEL_VARIANTS = [
  'late_abandons_count',
  'of_all',
  'of_answered',
  'abandons_in_time_credited',
  'short_abandons_credited',
  'short_abandons_left_out',
] as const;
export type ServiceLevelVariant = (typeof SERVICE_LEVEL_VARIANTS)[number];

/** SLA clocks of a ticket. */
export const CLOCK_KINDS = ['first_response', 'next_response', 'resolution', 'update'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** What an escalation step does. */
export const ESCALATIONS = ['notify', 'raise_priority', 'move', 'assign_duty'] as const;
export type Escalation = (typeof ESCALATIONS)[number];

/** Who did a thing. */
export type ActorKind = 'requester' | 'staff' | 'system' | 'machine';
