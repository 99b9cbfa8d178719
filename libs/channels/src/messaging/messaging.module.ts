import { Global, Module } from '@nestjs/common';
import { SETTINGS, type RuntimeSettings } from '#wasl/platform';
import { GatewayWebhook } from './gateway-webhook.service.js';
import { ReceiveText } from './receive-text.service.js';
import { HttpTextGateway, NoTextGateway, TextGateway } from './text-gateway.js';
import { TextReceipts } from './text-receipts.service.js';
import { TextToTicket } from './text-to-ticket.service.js';

@Global()
@Module({
  providers: [
    GatewayWebhook,
    ReceiveText,
    TextReceipts,
    TextToTicket,
    {
      provide: TextGateway,
      inject: [SETTINGS],
      useFactory: ({ MESSAGING_URL: url, MESSAGING_SECRET: secret }: RuntimeSettings) =>
        url && secret ? new HttpTextGateway(url, secret) : new NoTextGateway(),
    },
  ],
  exports: [GatewayWebhook, TextGateway],
})
export class MessagingModule {}
