import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { GatewayWebhook, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '#wasl/channels';
import { RateLimited, Public } from '#wasl/platform';
import { GatewayAnswer, GatewayEventBody } from './gateway.dto.js';

/** Webhook of the SMS and WhatsApp gateway: incoming messages and delivery receipts. */
@ApiTags('messaging')
@Controller('api/v1/messaging')
export class GatewayController {
  constructor(@Inject(GatewayWebhook) private readonly webhook: GatewayWebhook) {}

  /**
   * Signed: `X-Wasl-Signature: v1=<hex HMAC-SHA256 of "<timestamp>." and the body, with MESSAGING_SECRET>`. The same
   * Repeating an `id` has no effect. Any answer other than 200 asks for a retry.
   */
  @Post('events')
  @HttpCode(200)
  @Public('signed by the gateway')
  @RateLimited(6000)
  @ApiHeader({ name: TIMESTAMP_HEADER, description: 'Unix seconds, at most five minutes from our clock' })
  @ApiHeader({ name: SIGNATURE_HEADER })
  @ApiBody({ type: GatewayEventBody })
  @ApiOkResponse({ type: GatewayAnswer })
  async take(@Req() request: Request): Promise<GatewayAnswer> {
    const outcome = await this.webhook.handle({
      timestamp: request.get(TIMESTAMP_HEADER) ?? '',
      signature: request.get(SIGNATURE_HEADER) ?? '',
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    });
    return { outcome };
  }
}
