import { Global, Module } from '@nestjs/common';
import { AnsweringAgents } from './answering-agents.service.js';
import { BlockedCallers } from './blocked-callers.service.js';
import { CallControls } from './call-controls.service.js';
import { CallEffects } from './call-effects.service.js';
import { CallLog } from './call-log.service.js';
import { CallSweep } from './call-sweep.service.js';
import { CallbackAttempts } from './callback-attempts.service.js';
import { Callbacks } from './callbacks.service.js';
import { CtiToken } from './cti-token.js';
import { ExchangeHealth } from './exchange-health.service.js';
import { HandleCallEvent } from './handle-call-event.service.js';
import { OutboundRoutes } from './outbound-routes.service.js';
import { CallRecordings } from './recordings/call-recordings.service.js';
import { RecordingFetcher } from './recordings/recording-fetcher.service.js';
import { RecordingQueue } from './recordings/recording-queue.service.js';
import { RecordingSources } from './recordings/recording-sources.js';
import { RecordingSweeps } from './recordings/recording-sweeps.service.js';
import { ScreenPops } from './screen-pops.service.js';
import { WaitingCalls } from './waiting-calls.service.js';
import { CallLive } from './call-live.js';

const SERVICES = [
  BlockedCallers,
  CallbackAttempts,
  Callbacks,
  CallControls,
  CallLog,
  CallRecordings,
  CallSweep,
  CtiToken,
  ExchangeHealth,
  HandleCallEvent,
  OutboundRoutes,
  RecordingFetcher,
  RecordingSweeps,
  ScreenPops,
  WaitingCalls,
];

/** Used inside this library only. */
const PARTS = [AnsweringAgents, CallEffects, RecordingQueue, RecordingSources];

@Global()
@Module({ providers: [...SERVICES, ...PARTS, CallLive], exports: SERVICES })
export class PhoneModule {}
