import { Module } from '@nestjs/common';
import { DeskController } from './desk.controller.js';
import { VisitsController } from './visits.controller.js';

@Module({ controllers: [DeskController, VisitsController] })
export class CounterApiModule {}
