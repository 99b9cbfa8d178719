import { MEDIA } from '#wasl/channels';
import { Shown } from '#wasl/platform';

export class GatewayFile {
  @Shown() name: string;
  @Shown({ description: 'base64' }) content: string;
}

/** Only for the OpenAPI document: the body is validated after its signature. */
export class GatewayEventBody {
  @Shown({ enum: ['message', 'receipt'] }) type: string;
  @Shown({ description: 'the gateway’s own id of the message' }) id: string;
  @Shown({ enum: [...MEDIA], required: false, description: 'message' }) medium?: string;
  @Shown({ required: false, description: 'message: the sender’s number' }) from?: string;
  @Shown({ required: false, description: 'message: the number it was sent to' }) to?: string;
  @Shown({ required: false, description: 'message: the sender’s name, if known' }) name?: string;
  @Shown({ required: false, description: 'message' }) text?: string;
  @Shown({ type: [GatewayFile], required: false, description: 'message: at most five' })
  files?: GatewayFile[];
  @Shown({ required: false, description: 'receipt: the id that we gave the message' }) reference?: string;
  @Shown({ enum: ['sent', 'delivered', 'read', 'failed'], required: false, description: 'receipt' })
  state?: string;
  @Shown({ required: false, description: 'receipt: why it failed' }) error?: string;
  @Shown({ required: false, description: 'receipt: the number cannot be reached for good' })
  unreachable?: boolean;
}

export class GatewayAnswer {
  @Shown({ description: 'opened, joined, duplicate, stopped, resumed, ignored; for receipts noted, unknown' })
  outcome: string;
}

export class OutgoingTextAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() purpose: string;
  @Shown({ enum: [...MEDIA] }) medium: string;
  @Shown() recipient: string;
  @Shown() body: string;
  @Shown({ type: 'integer', description: 'how many SMS it was cut into' }) segments: number;
  @Shown({ enum: ['queued', 'sending', 'sent', 'delivered', 'failed'] }) state: string;
  @Shown({ type: 'integer' }) attempts: number;
  @Shown({ type: String, nullable: true }) lastError: string | null;
  @Shown({ format: 'date-time' }) createdAt: string;
  @Shown({ type: String, format: 'date-time', nullable: true }) sentAt: string | null;
  @Shown({ type: String, format: 'date-time', nullable: true }) deliveredAt: string | null;
}

export class OutgoingTextList {
  @Shown({ type: [OutgoingTextAnswer] }) data: OutgoingTextAnswer[];
}
