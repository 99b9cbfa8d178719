import { Global, Module } from '@nestjs/common';
import { CallEffects } from './call-effects.service.js';
import { CallLog } from './call-log.service.js';
import { CallSweep } from './call-sweep.service.js';
import { Callbacks } from './callbacks.service.js';
import { CtiToken } from './cti-token.js';
import { HandleCallEvent } from './handle-call-event.service.js';
import { ScreenPops } from './screen-pops.service.js';

const SERVICES = [CallLog, CallSweep, CtiToken, HandleCallEvent, ScreenPops];

@Global()
@Module({ providers: [...SERVICES, CallEffects, Callbacks], exports: SERVICES })
export class PhoneModule {}
