import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '#wasl/audit';
import { CountryModule } from '#wasl/country';
import { DIRECTORY_ROWS, DirectoryModule } from '#wasl/directory';
import { IDENTITY_ROWS, IdentityModule } from '#wasl/identity';
import { InteractionsModule } from '#wasl/interactions';
import {
  JobWorkersModule,
  LiveSender,
  OutboxDispatcher,
  PlatformModule,
  PROJECTION,
  type RunningSettings,
} from '#wasl/platform';
import {
  AsteriskModule,
  ChatModule,
  CounterModule,
  FollowersModule,
  Open311Module,
  PhoneModule,
} from '#wasl/channels';
import { ReportingModule } from '#wasl/reporting';
import { RequestersModule } from '#wasl/requesters';
import { RoutingModule } from '#wasl/routing';
import { SlaModule } from '#wasl/sla';
import { TicketsModule } from '#wasl/tickets';
import { LiveProjection } from './live-projection.js';
import { MailWorkerModule } from './mail/mail-worker.module.js';
import { RoutingProcessor } from './routing.processor.js';
import { SlaProcessor } from './sla.processor.js';
import { SearchProcessor } from './search.processor.js';
import { SweepsProcessor } from './sweeps.processor.js';

/** Works behind the faces: moves events, routes, keeps live rooms, receives and sends mail, sweeps. */
@Module({})
export class WorkerModule {
  static forRoot(settings: RunningSettings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(settings, 'worker', [...DIRECTORY_ROWS, ...IDENTITY_ROWS]),
        JobWorkersModule,
        CountryModule,
        DirectoryModule,
        IdentityModule,
        RequestersModule,
        TicketsModule,
        SlaModule,
        InteractionsModule,
        RoutingModule,
        ReportingModule,
        AuditModule,
        PhoneModule,
        ChatModule,
        CounterModule,
        FollowersModule,
        Open311Module,
        AsteriskModule,
        MailWorkerModule,
      ],
      providers: [
        LiveSender,
        { provide: PROJECTION, useClass: LiveProjection },
        OutboxDispatcher,
        RoutingProcessor,
        SearchProcessor,
        SlaProcessor,
        SweepsProcessor,
      ],
    };
  }
}
