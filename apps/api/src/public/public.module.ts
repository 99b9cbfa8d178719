import { Module } from '@nestjs/common';
import { SelfServiceModule } from '#wasl/selfservice';
import { PublicAttachmentsController } from './public-attachments.controller.js';
import { PublicServicesController } from './public-services.controller.js';
import { PublicTicketsController } from './public-tickets.controller.js';
import { PublicTrackingController } from './public-tracking.controller.js';

/** The public API, without sign-in. */
@Module({
  imports: [SelfServiceModule],
  controllers: [
    PublicServicesController,
    PublicTicketsController,
    PublicAttachmentsController,
    PublicTrackingController,
  ],
})
export class PublicModule {}
