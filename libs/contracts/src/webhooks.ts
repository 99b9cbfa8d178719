/** What happens to tickets and is told to webhooks. */
export const WEBHOOK_TICKET_EVENTS = [
  'ticket.created',
  'ticket.changed',
  'ticket.message_added',
  'ticket.resolved',
  'ticket.reopened',
  'ticket.rated',
] as const;

/**
 * Everything a webhook may ask for. Those about incidents are accepted already, so that a receiver need not be set up
 * anew; nothing is told under these names until there are incidents.
 */
export const WEBHOOK_EVENTS = [
  ...WEBHOOK_TICKET_EVENTS,
  'referral.sent',
  'referral.recalled',
  'referral.message',
  'referral.overdue',
  'referral.decided',
  'incident.opened',
  'incident.updated',
  'incident.resolved',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Why a webhook is told nothing: an administrator turned it off, its receiver failed for days, or answered 410. */
export const WEBHOOK_DISABLED_REASONS = ['administrator', 'failing', 'gone'] as const;
export type WebhookDisabledReason = (typeof WEBHOOK_DISABLED_REASONS)[number];

/** States of a delivery; `cancelled`: its webhook was disabled first. */
export const DELIVERY_STATES = ['queued', 'sending', 'delivered', 'failed', 'cancelled'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
