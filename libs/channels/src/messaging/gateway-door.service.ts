import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, DomainError, unauthorized } from '#wasl/kernel';
import { SETTINGS, type RunningSettings } from '#wasl/platform';
import { type GatewayEvent, parseGatewayEvent } from './domain/gateway-event.js';
import { signatureFault } from './domain/signature.js';
import { ReceiveText } from './receive-text.service.js';
import { TextReceipts } from './text-receipts.service.js';

/** A request of the gateway as it came. */
export interface GatewayRequest {
  timestamp: string;
  signature: string;
  body: Buffer;
}

/** Where the gateway comes in: admits what it signed lately, and nothing else. */
@Injectable()
export class GatewayDoor {
  constructor(
    @Inject(SETTINGS) private readonly settings: RunningSettings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ReceiveText) private readonly texts: ReceiveText,
    @Inject(TextReceipts) private readonly receipts: TextReceipts,
  ) {}

  /**
   * @returns what became of it
   * @throws unauthorized `messaging.signature_wrong`, `messaging.too_old`; invalid
   */
  async admit(request: GatewayRequest): Promise<string> {
    const secret = this.settings.MESSAGING_SECRET;
    const fault = secret ? signatureFault(secret, request, this.clock.now()) : 'wrong';
    if (fault) throw unauthorized(fault === 'wrong' ? 'messaging.signature_wrong' : 'messaging.too_old');
    const event = parseGatewayEvent(decode(request.body));
    return this.take(event);
  }

  private async take(event: GatewayEvent): Promise<string> {
    if (event.type === 'message') return this.texts.receive(event);
    return (await this.receipts.take(event)) ? 'noted' : 'unknown';
  }
}

function decode(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new DomainError('invalid', 'body.malformed');
  }
}
