import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '#wasl/audit';
import { CountryModule } from '#wasl/country';
import { DIRECTORY_ROWS, DirectoryModule } from '#wasl/directory';
import { IDENTITY_ROWS, IdentityModule } from '#wasl/identity';
import { InteractionsModule } from '#wasl/interactions';
import { EventsModule, PlatformModule, type RuntimeSettings } from '#wasl/platform';
import { NotificationsModule } from '#wasl/notifications';
import {
  AsteriskModule,
  ChatModule,
  CounterModule,
  FollowersModule,
  MailIntakeModule,
  Open311Module,
  PhoneModule,
} from '#wasl/channels';
import { ReferralsModule } from '#wasl/referrals';
import { ReportingModule } from '#wasl/reporting';
import { RequestersModule } from '#wasl/requesters';
import { RoutingModule } from '#wasl/routing';
import { SelfServiceModule } from '#wasl/selfservice';
import { SlaModule } from '#wasl/sla';
import { TicketsModule } from '#wasl/tickets';
import { WebhooksModule } from '#wasl/webhooks';
/** Works behind the faces: moves events, routes, keeps live rooms, receives and sends mail, sweeps. */
@Module({})
export class WorkerModule {
  static forRoot(settings: RuntimeSettings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(settings, 'worker', [...DIRECTORY_ROWS, ...IDENTITY_ROWS]),
        EventsModule,
        CountryModule,
        DirectoryModule,
        IdentityModule,
        RequestersModule,
        TicketsModule,
        SlaModule,
        InteractionsModule,
        RoutingModule,
        ReferralsModule,
        ReportingModule,
        AuditModule,
        PhoneModule,
        ChatModule,
        CounterModule,
        FollowersModule,
        Open311Module,
        AsteriskModule,
        MailIntakeModule,
        NotificationsModule,
        WebhooksModule,
        SelfServiceModule,
      ],
    };
  }
}
