import { Global, Module } from '@nestjs/common';
import { InteractionHistory } from './interaction-history.service.js';
import { TicketInteractionHook } from './ticket-interaction-hook.js';
import { Recordings } from './recordings.service.js';
import { WrapUp } from './wrap-up.service.js';

const SERVICES = [InteractionHistory, Recordings, WrapUp];

@Global()
@Module({ providers: [...SERVICES, TicketInteractionHook], exports: SERVICES })
export class InteractionsModule {}
