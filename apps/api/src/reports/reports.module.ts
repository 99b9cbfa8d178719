import { Module } from '@nestjs/common';
import { IntervalsController } from './intervals.controller.js';
import { StaffingController } from './staffing.controller.js';

@Module({ controllers: [StaffingController, IntervalsController] })
export class ReportsModule {}
