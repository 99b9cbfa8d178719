import type { DomainEvent, ReferralChange, WebhookEvent } from '#wasl/contracts';

/** The events from which something is told. */
export const TOLD_EVENTS = [
  'ticket.created',
  'ticket.changed',
  'message.added',
  'ticket.rated',
  'referral.changed',
] as const;
export type ToldEvent = DomainEvent<(typeof TOLD_EVENTS)[number]>;

/** What one event tells receivers. */
export interface WebhookMessage {
  type: WebhookEvent;
  ticketId: string;
  /** id of the entity that it is about, when that does not follow from the ticket's service */
  entityId?: string;
  /** ISO 8601 */
  at: string;
  data: Record<string, string | number | string[]>;
}

/** Fields as the API names them. */
const FIELD_NAMES: Record<string, string> = {
  assigneeId: 'assignee',
  mergedIntoId: 'mergedInto',
  queueId: 'queue',
  requesterId: 'requester',
  serviceId: 'service',
};

/**
 * What receivers are told of an event: numbers, states and names of fields. Personal data and texts are not among it,
 * because events carry none; a receiver that may see more reads the ticket with a token of its own. Internal notes are
 * not told, nor that there are any.
 */
export function webhookMessagesOf(event: ToldEvent): WebhookMessage[] {
  if (event.type === 'referral.changed') return referralMessages(event);
  const { ticketId, number, queue } = event.data;
  const told = (type: WebhookEvent, more: WebhookMessage['data']): WebhookMessage => ({
    type,
    ticketId,
    at: event.at,
    data: { number, queue, ...more },
  });
  switch (event.type) {
    case 'ticket.created':
      return [
        told('ticket.created', { status: 'new', channel: event.data.channel, priority: event.data.priority }),
      ];
    case 'ticket.changed':
      return changeMessages(event.data, told);
    case 'message.added': {
      const { kind, messageId } = event.data;
      return kind === 'internal_note' ? [] : [told('ticket.message_added', { message: messageId, kind })];
    }
    case 'ticket.rated':
      return [told('ticket.rated', { score: event.data.score })];
  }
}

/** By what happened to a referral. What the arbiter decided is also sent to the entity that has to take it. */
const REFERRAL_EVENTS: Partial<Record<ReferralChange, WebhookEvent>> = {
  sent: 'referral.sent',
  recalled: 'referral.recalled',
  message: 'referral.message',
  overdue: 'referral.overdue',
  step: 'referral.overdue',
  decided: 'referral.decided',
};

function referralMessages({ at, data }: DomainEvent<'referral.changed'>): WebhookMessage[] {
  const { ticketId, entityId, number, referralId, entity, state, what, by } = data;
  const type = REFERRAL_EVENTS[what];
  const types = type === undefined ? [] : [type];
  if (what === 'decided' && state === 'sent') types.unshift('referral.sent');
  return types.map((one) => ({
    type: one,
    ticketId,
    entityId,
    at,
    data: { number, referral: referralId, entity, state, by },
  }));
}

/** A note changes nothing that has a name; of a message `ticket.message_added` tells. */
function changeMessages(
  { status, version, changed, outcome }: DomainEvent<'ticket.changed'>['data'],
  told: (type: WebhookEvent, more: WebhookMessage['data']) => WebhookMessage,
): WebhookMessage[] {
  const state = { status, version };
  const names = changed.map((field) => FIELD_NAMES[field] ?? field);
  return [
    ...(names.length > 0 ? [told('ticket.changed', { ...state, changed: names })] : []),
    ...(outcome === 'resolved' ? [told('ticket.resolved', state)] : []),
    ...(outcome === 'reopened' ? [told('ticket.reopened', state)] : []),
  ];
}

/** The body of a delivery. It is stored as it is sent, so that each attempt signs the same bytes. */
export function bodyOf(type: string, at: string, data: object): string {
  return JSON.stringify({ type, timestamp: at, data });
}
