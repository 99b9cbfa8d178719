import { Module } from '@nestjs/common';
import { ApiKeysController } from './api-keys.controller.js';
import { CannedRepliesController } from './canned-replies.controller.js';
import { CatalogueController } from './catalogue.controller.js';
import { CentresController } from './centres.controller.js';
import { ChannelContacts } from './channel-contacts.reader.js';
import { ChannelChecks } from './channel-checks.service.js';
import { ChannelsController } from './channels.controller.js';
import { JobsController } from './jobs.controller.js';
import { MailController } from './mail.controller.js';
import { ReasonsController } from './reasons.controller.js';
import { TemplatesController } from './templates.controller.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  controllers: [
    ApiKeysController,
    CannedRepliesController,
    CatalogueController,
    CentresController,
    ChannelsController,
    JobsController,
    MailController,
    ReasonsController,
    TemplatesController,
    WebhooksController,
  ],
  providers: [ChannelChecks, ChannelContacts],
})
export class AdminModule {}
