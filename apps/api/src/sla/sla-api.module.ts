import { Module } from '@nestjs/common';
import { CalendarsController } from './calendars.controller.js';
import { PoliciesController } from './policies.controller.js';
import { PromisesController } from './promises.controller.js';

@Module({ controllers: [CalendarsController, PoliciesController, PromisesController] })
export class SlaApiModule {}
