import {
  DELIVERY_STATES,
  type DeliveryState,
  WEBHOOK_DISABLED_REASONS,
  WEBHOOK_EVENTS,
  type WebhookDisabledReason,
  type WebhookEvent,
} from '#wasl/contracts';
import { ChoiceList, Flag, Key, ResponseField, TimestampField, WebUrl } from '#wasl/platform';
import { PageMeta } from '../tickets/ticket.dto.js';

export class NewWebhookBody {
  @WebUrl({ max: 2_000, example: 'https://receiver.example/wasl' }) url: string;
  @ChoiceList(WEBHOOK_EVENTS, {
    min: 1,
    description: 'nothing is told about incidents before there are any',
  })
  events: WebhookEvent[];
  @Key({ max: 60, optional: true, description: 'key of an entity: only of tickets whose service is its own' })
  entity?: string | null;
}

export class WebhookPatchBody {
  @WebUrl({ max: 2_000, optional: true }) url?: string | null;
  @ChoiceList(WEBHOOK_EVENTS, { min: 1, optional: true }) events?: WebhookEvent[] | null;
  @Flag({ optional: true }) enabled?: boolean | null;
}

export class ReplayBody {
  @TimestampField({ description: 'events since then are sent again; they are kept for 30 days' })
  since: string;
}

export class WebhookAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() url: string;
  @ResponseField({ enum: WEBHOOK_EVENTS, isArray: true }) events: WebhookEvent[];
  @ResponseField({
    type: String,
    nullable: true,
    description: 'key of the entity of whose tickets it is told',
  })
  entity: string | null;
  @ResponseField() enabled: boolean;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) disabledAt: string | null;
  @ResponseField({ enum: WEBHOOK_DISABLED_REASONS, nullable: true })
  disabledBecause: WebhookDisabledReason | null;
  @ResponseField({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'until when the secret before the last rotation signs as well',
  })
  earlierSecretUntil: string | null;
  @ResponseField({ format: 'date-time' }) createdAt: string;
  @ResponseField({ type: 'integer' }) version: number;
}

export class WebhookPage {
  @ResponseField({ type: [WebhookAnswer] }) data: WebhookAnswer[];
  @ResponseField() meta: PageMeta;
}

export class NewWebhookAnswer extends WebhookAnswer {
  @ResponseField({ example: 'whsec_…', description: 'shown this once' }) secret: string;
}

export class RotatedSecretAnswer {
  @ResponseField({ example: 'whsec_…', description: 'shown this once' }) secret: string;
  @ResponseField({ format: 'date-time', description: 'until then both secrets sign' })
  earlierSecretUntil: string;
}

export class TestDeliveryAnswer {
  @ResponseField({ format: 'uuid', description: 'the delivery of the test' }) id: string;
}

export class ReplayAnswer {
  @ResponseField({ type: 'integer', description: 'how many events are sent again' }) events: number;
}

export class WebhookDeliveryAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ example: 'msg_…', description: 'the webhook-id of the message' }) messageId: string;
  @ResponseField({ example: 'ticket.changed' }) type: string;
  @ResponseField({ format: 'date-time', description: 'when it happened' }) at: string;
  @ResponseField({ type: String, nullable: true, description: 'number of the ticket' }) ticket: string | null;
  @ResponseField({ enum: DELIVERY_STATES }) state: DeliveryState;
  @ResponseField({ type: 'integer' }) attempts: number;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) lastAttemptAt: string | null;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) nextAttemptAt: string | null;
  @ResponseField({ type: 'integer', nullable: true, description: 'HTTP status of the last answer' })
  lastStatus: number | null;
  @ResponseField({ type: String, nullable: true, description: 'why there was no answer' })
  lastError: string | null;
  @ResponseField({ type: String, nullable: true, description: 'the beginning of the last answer' })
  response: string | null;
}

export class WebhookDeliveryPage {
  @ResponseField({ type: [WebhookDeliveryAnswer] }) data: WebhookDeliveryAnswer[];
  @ResponseField() meta: PageMeta;
}
