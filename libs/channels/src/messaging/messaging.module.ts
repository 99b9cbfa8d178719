import { Global, Module } from '@nestjs/common';
import { SETTINGS, type RunningSettings } from '#wasl/platform';
import { GatewayDoor } from './gateway-door.service.js';
import { ReceiveText } from './receive-text.service.js';
import { HttpTextGateway, NoTextGateway, TextGateway } from './text-gateway.js';
import { TextReceipts } from './text-receipts.service.js';
import { TextToTicket } from './text-to-ticket.service.js';

@Global()
@Module({
  providers: [
    GatewayDoor,
    ReceiveText,
    TextReceipts,
    TextToTicket,
    {
      provide: TextGateway,
      inject: [SETTINGS],
      useFactory: ({ MESSAGING_URL: url, MESSAGING_SECRET: secret }: RunningSettings) =>
        url && secret ? new HttpTextGateway(url, secret) : new NoTextGateway(),
    },
  ],
  exports: [GatewayDoor, TextGateway],
})
export class MessagingModule {}
