import { Global, Module } from '@nestjs/common';
import { ForecastReader } from './forecast/forecast.reader.js';
import { StaffingPlanReader } from './forecast/staffing-plan.reader.js';
import { RosterReader } from './forecast/roster.reader.js';
import { BacklogReader } from './figures/backlog.reader.js';
import { BreakdownNames } from './figures/breakdown-names.reader.js';
import { BreakdownReport } from './figures/breakdown-report.reader.js';
import { PurgeFacts } from './figures/purge-facts.service.js';
import { IntervalReport } from './figures/interval-report.reader.js';
import { FigureRebuild } from './figures/figure-rebuild.service.js';
import { FigureProjection } from './figures/figure-projection.service.js';
import { QueueCounters } from './queue-counters.service.js';
import { QueueLiveReader } from './queue-live.reader.js';
import { QueueFiguresLive } from './queue-figures-live.js';

const SERVICES = [
  QueueCounters,
  QueueLiveReader,
  FigureProjection,
  FigureRebuild,
  IntervalReport,
  BreakdownNames,
  BreakdownReport,
  PurgeFacts,
  BacklogReader,
  RosterReader,
  ForecastReader,
  StaffingPlanReader,
];

@Global()
@Module({ providers: [...SERVICES, QueueFiguresLive], exports: SERVICES })
export class ReportingModule {}
