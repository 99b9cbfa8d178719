import { Global, Module } from '@nestjs/common';
import { DeliveryQueue } from './delivery-queue.service.js';
import { DisableWebhook } from './disable-webhook.service.js';
import { WebhookAdmin } from './webhook-admin.service.js';
import { WebhookDeliveries } from './webhook-deliveries.service.js';
import { WebhookLog } from './webhook-log.js';
import { WebhookRetention } from './webhook-retention.js';
import { WebhookSender } from './webhook-sender.service.js';
import { WebhooksLive } from './webhooks-live.js';

@Global()
@Module({
  providers: [
    DeliveryQueue,
    DisableWebhook,
    WebhookAdmin,
    WebhookDeliveries,
    WebhookLog,
    WebhookRetention,
    WebhookSender,
    WebhooksLive,
  ],
  exports: [WebhookAdmin, WebhookDeliveries],
})
export class WebhooksModule {}
