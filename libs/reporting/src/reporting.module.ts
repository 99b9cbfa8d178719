import { Global, Module } from '@nestjs/common';
import { MeasureRebuild } from './measures/measure-rebuild.service.js';
import { IntervalReport } from './measures/interval-report.reader.js';
import { Measures } from './measures/measures.service.js';
import { QueueCounters } from './queue-counters.service.js';
import { QueueLiveReader } from './queue-live.reader.js';

const SERVICES = [QueueCounters, QueueLiveReader, Measures, MeasureRebuild, IntervalReport];

@Global()
@Module({ providers: SERVICES, exports: SERVICES })
export class ReportingModule {}
