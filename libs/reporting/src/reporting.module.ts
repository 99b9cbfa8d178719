import { Global, Module } from '@nestjs/common';
import { QueueCounters } from './queue-counters.service.js';
import { QueueLiveReader } from './queue-live.reader.js';

@Global()
@Module({ providers: [QueueCounters, QueueLiveReader], exports: [QueueCounters, QueueLiveReader] })
export class ReportingModule {}
