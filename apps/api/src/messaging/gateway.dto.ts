import { TEXT_MEDIA } from '#wasl/channels';
import { ResponseField } from '#wasl/platform';

export class GatewayFile {
  @ResponseField() name: string;
  @ResponseField({ description: 'base64' }) content: string;
}

/** Only for the OpenAPI document: the body is validated after its signature. */
export class GatewayEventBody {
  @ResponseField({ enum: ['message', 'receipt'] }) type: string;
  @ResponseField({ description: 'the gateway’s own id of the message' }) id: string;
  @ResponseField({ enum: [...TEXT_MEDIA], required: false, description: 'message' }) medium?: string;
  @ResponseField({ required: false, description: 'message: the sender’s number' }) from?: string;
  @ResponseField({ required: false, description: 'message: the number it was sent to' }) to?: string;
  @ResponseField({ required: false, description: 'message: the sender’s name, if known' }) name?: string;
  @ResponseField({ required: false, description: 'message' }) text?: string;
  @ResponseField({ type: [GatewayFile], required: false, description: 'message: at most five' })
  files?: GatewayFile[];
  @ResponseField({ required: false, description: 'receipt: the id that we gave the message' })
  reference?: string;
  @ResponseField({ enum: ['sent', 'delivered', 'read', 'failed'], required: false, description: 'receipt' })
  state?: string;
  @ResponseField({ required: false, description: 'receipt: why it failed' }) error?: string;
  @ResponseField({ required: false, description: 'receipt: the number cannot be reached for good' })
  unreachable?: boolean;
}

export class GatewayAnswer {
  @ResponseField({
    description: 'opened, joined, duplicate, stopped, resumed, ignored; for receipts noted, unknown',
  })
  outcome: string;
}

export class OutgoingTextAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() purpose: string;
  @ResponseField({ enum: [...TEXT_MEDIA] }) medium: string;
  @ResponseField() recipient: string;
  @ResponseField() body: string;
  @ResponseField({ type: 'integer', description: 'how many SMS it was cut into' }) segments: number;
  @ResponseField({ enum: ['queued', 'sending', 'sent', 'delivered', 'failed'] }) state: string;
  @ResponseField({ type: 'integer' }) attempts: number;
  @ResponseField({ type: String, nullable: true }) lastError: string | null;
  @ResponseField({ format: 'date-time' }) createdAt: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) sentAt: string | null;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) deliveredAt: string | null;
}

export class OutgoingTextList {
  @ResponseField({ type: [OutgoingTextAnswer] }) data: OutgoingTextAnswer[];
}
