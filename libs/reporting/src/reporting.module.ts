import { Global, Module } from '@nestjs/common';
import { ForecastReader } from './forecast/forecast.reader.js';
import { StaffingPlanReader } from './forecast/staffing-plan.reader.js';
import { RosterReader } from './forecast/roster.reader.js';
import { BacklogReader } from './measures/backlog.reader.js';
import { BreakdownNames } from './measures/breakdown-names.reader.js';
import { BreakdownReport } from './measures/breakdown-report.reader.js';
import { ForgetFacts } from './measures/forget-facts.service.js';
import { IntervalReport } from './measures/interval-report.reader.js';
import { MeasureRebuild } from './measures/measure-rebuild.service.js';
import { Measures } from './measures/measures.service.js';
import { QueueCounters } from './queue-counters.service.js';
import { QueueLiveReader } from './queue-live.reader.js';
import { QueueFiguresLive } from './queue-figures-live.js';

const SERVICES = [
  QueueCounters,
  QueueLiveReader,
  Measures,
  MeasureRebuild,
  IntervalReport,
  BreakdownNames,
  BreakdownReport,
  ForgetFacts,
  BacklogReader,
  RosterReader,
  ForecastReader,
  StaffingPlanReader,
];

@Global()
@Module({ providers: [...SERVICES, QueueFiguresLive], exports: SERVICES })
export class ReportingModule {}
