import { Module } from '@nestjs/common';
import { BreakdownController } from './breakdown.controller.js';
import { ForecastController } from './forecast.controller.js';
import { IntervalsController } from './intervals.controller.js';
import { StaffingController } from './staffing.controller.js';

@Module({ controllers: [StaffingController, IntervalsController, BreakdownController, ForecastController] })
export class ReportsModule {}
