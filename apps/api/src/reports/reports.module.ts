import { Module } from '@nestjs/common';
import { ForecastController } from './forecast.controller.js';
import { IntervalsController } from './intervals.controller.js';
import { StaffingController } from './staffing.controller.js';

@Module({ controllers: [StaffingController, IntervalsController, ForecastController] })
export class ReportsModule {}
