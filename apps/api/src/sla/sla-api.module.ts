import { Module } from '@nestjs/common';
import { CalendarsController } from './calendars.controller.js';
import { PoliciesController } from './policies.controller.js';
import { SlaTargetsController } from './sla-targets.controller.js';

@Module({ controllers: [CalendarsController, PoliciesController, SlaTargetsController] })
export class SlaApiModule {}
