import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import {
  ChatModule,
  CounterModule,
  EmailModule,
  FollowersModule,
  Open311Module,
  PhoneModule,
} from '#wasl/channels';
import { AuditModule } from '#wasl/audit';
import { CountryModule } from '#wasl/country';
import { DIRECTORY_ROWS, DirectoryModule } from '#wasl/directory';
import { IDENTITY_ROWS, IdentityModule } from '#wasl/identity';
import { InteractionsModule } from '#wasl/interactions';
import { NotificationsModule } from '#wasl/notifications';
import {
  AccessGuard,
  AnswerHeadersInterceptor,
  BodyTypeInterceptor,
  HealthController,
  PlatformModule,
  type RuntimeSettings,
  WellKnownController,
} from '#wasl/platform';
import { ReferralsModule } from '#wasl/referrals';
import { ReportingModule } from '#wasl/reporting';
import { RequestersModule } from '#wasl/requesters';
import { RoutingModule } from '#wasl/routing';
import { SlaModule } from '#wasl/sla';
import { TicketsModule } from '#wasl/tickets';
import { WebhooksModule } from '#wasl/webhooks';
import { AdminModule } from './admin/admin.module.js';
import { AgentsModule } from './agents/agents.module.js';
import { AuditApiModule } from './audit/audit-api.module.js';
import { CounterApiModule } from './counter/counter-api.module.js';
import { CtiModule } from './cti/cti.module.js';
import { LiveModule } from './live/live.module.js';
import { MessagingApiModule } from './messaging/messaging-api.module.js';
import { Open311ApiModule } from './open311/open311-api.module.js';
import { PublicModule } from './public/public.module.js';
import { ReferralsApiModule } from './referrals/referrals-api.module.js';
import { RoutingApiModule } from './routing/routing-api.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { SessionModule } from './session/session.module.js';
import { SlaApiModule } from './sla/sla-api.module.js';
import { TicketAccessGuard } from './tickets/ticket-access.guard.js';
import { TicketsApiModule } from './tickets/tickets-api.module.js';
import { UsersModule } from './users/users.module.js';

/** The API for staff and machine clients. */
@Module({})
export class ApiModule {
  static forRoot(settings: RuntimeSettings): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot(settings, 'api', [...DIRECTORY_ROWS, ...IDENTITY_ROWS]),
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
        EmailModule,
        FollowersModule,
        Open311Module,
        NotificationsModule,
        WebhooksModule,
        SessionModule,
        TicketsApiModule,
        SlaApiModule,
        ReferralsApiModule,
        AgentsModule,
        RoutingApiModule,
        LiveModule,
        CounterApiModule,
        CtiModule,
        MessagingApiModule,
        Open311ApiModule,
        PublicModule,
        AdminModule,
        AuditApiModule,
        UsersModule,
        ReportsModule,
      ],
      controllers: [HealthController, WellKnownController],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: TicketAccessGuard },
        { provide: APP_INTERCEPTOR, useClass: BodyTypeInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AnswerHeadersInterceptor },
      ],
    };
  }
}
