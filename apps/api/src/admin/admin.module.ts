import { Module } from '@nestjs/common';
import { ApiKeysController } from './api-keys.controller.js';
import { CatalogueController } from './catalogue.controller.js';
import { CentresController } from './centres.controller.js';
import { JobsController } from './jobs.controller.js';
import { MailController } from './mail.controller.js';
import { ReasonsController } from './reasons.controller.js';

@Module({
  controllers: [
    ApiKeysController,
    CatalogueController,
    CentresController,
    JobsController,
    MailController,
    ReasonsController,
  ],
})
export class AdminModule {}
