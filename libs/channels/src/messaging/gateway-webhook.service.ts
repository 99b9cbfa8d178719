import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, unauthorized } from '#wasl/kernel';
import { type JsonBounds, parseJson, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { type GatewayEvent, parseGatewayEvent } from './domain/gateway-event.js';
import { signatureFault } from './domain/signature.js';
import { ReceiveText } from './receive-text.service.js';
import { TextReceipts } from './text-receipts.service.js';

/** Enough for a dozen fields and five files in base64. */
const BOUNDS: JsonBounds = { depth: 6, values: 500, names: 100, text: 12 * 1024 * 1024 };

/** A raw request of the gateway. */
export interface GatewayRequest {
  timestamp: string;
  signature: string;
  body: Buffer;
}

/** The webhook of the messaging gateway: accepts only requests with a valid, recent signature. */
@Injectable()
export class GatewayWebhook {
  constructor(
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ReceiveText) private readonly texts: ReceiveText,
    @Inject(TextReceipts) private readonly receipts: TextReceipts,
  ) {}

  /**
   * @returns the outcome
   * @throws unauthorized `messaging.signature_wrong`, `messaging.too_old`; invalid
   */
  async handle(request: GatewayRequest): Promise<string> {
    const secret = this.settings.MESSAGING_SECRET;
    const fault = secret ? signatureFault(secret, request, this.clock.now()) : 'wrong';
    if (fault) throw unauthorized(fault === 'wrong' ? 'messaging.signature_wrong' : 'messaging.too_old');
    const event = parseGatewayEvent(parseJson(request.body, BOUNDS));
    return this.take(event);
  }

  private async take(event: GatewayEvent): Promise<string> {
    if (event.type === 'message') return this.texts.receive(event);
    return (await this.receipts.handle(event)) ? 'noted' : 'unknown';
  }
}
