import { Global, Module } from '@nestjs/common';
import { AgentProfiles } from './agent-profiles.js';
import { Offers } from './offers.service.js';
import { Presence } from './presence.service.js';
import { RouteCall } from './route-call.service.js';
import { Router } from './router.service.js';
import { TicketWork } from './ticket-work.js';

const SERVICES = [AgentProfiles, Offers, Presence, RouteCall, Router];

@Global()
@Module({ providers: [...SERVICES, TicketWork], exports: SERVICES })
export class RoutingModule {}
