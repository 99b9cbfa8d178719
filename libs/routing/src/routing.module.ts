import { Global, Module } from '@nestjs/common';
import { AgentProfiles } from './agent-profiles.js';
import { ChatWork } from './chat-work.service.js';
import { CounterWork } from './counter-work.service.js';
import { Decisions } from './decisions.service.js';
import { DryRun } from './dry-run.service.js';
import { Offers } from './offers.service.js';
import { PresenceDays } from './presence-days.reader.js';
import { Presence } from './presence.service.js';
import { ReturnWork } from './return-work.service.js';
import { Roster } from './roster.service.js';
import { RouteCall } from './route-call.service.js';
import { QueueHours } from './queue-hours.service.js';
import { RecordedPeriodReader } from './recorded-period.reader.js';
import { Reassign } from './reassign.service.js';
import { ReorderWork } from './reorder-work.service.js';
import { ReserveAgent } from './reserve-agent.service.js';
import { RoundReader } from './round-reader.js';
import { RoundWriter } from './round-writer.js';
import { Router } from './router.service.js';
import { RoutingConfig } from './routing-config.service.js';
import { RulesAdmin } from './rules-admin.service.js';
import { ServedQueues } from './served-queues.service.js';
import { SkillAdmin } from './skill-admin.service.js';
import { TicketWorkHook } from './ticket-work-hook.js';
import { AgentLoadLive } from './agent-load-live.js';
import { RoutingFigures } from './routing-figures.js';
import { RoutingLive } from './routing-live.js';
import { WakeRouter } from './wake-router.js';
import { DecisionRetention } from './decision-retention.js';

const SERVICES = [
  RoundReader,
  AgentProfiles,
  ChatWork,
  CounterWork,
  Decisions,
  DryRun,
  Offers,
  Presence,
  PresenceDays,
  QueueHours,
  Reassign,
  ReorderWork,
  ReturnWork,
  Roster,
  RouteCall,
  Router,
  RoutingConfig,
  RulesAdmin,
  ServedQueues,
  SkillAdmin,
];

@Global()
@Module({
  providers: [
    ...SERVICES,
    RecordedPeriodReader,
    ReserveAgent,
    RoundWriter,
    TicketWorkHook,
    AgentLoadLive,
    RoutingFigures,
    RoutingLive,
    WakeRouter,
    DecisionRetention,
  ],
  exports: SERVICES,
})
export class RoutingModule {}
