import { type DynamicModule, Module } from '@nestjs/common';
import { ChatModule, CounterModule, FollowersModule, MessagingModule } from '#wasl/channels';
import { CountryModule } from '#wasl/country';
import { DIRECTORY_ROWS, DirectoryModule } from '#wasl/directory';
import { InteractionsModule } from '#wasl/interactions';
import { HealthController, PlatformModule, type RunningSettings, WellKnownController } from '#wasl/platform';
import { RequestersModule } from '#wasl/requesters';
import { RoutingModule } from '#wasl/routing';
import { SelfServiceModule } from '#wasl/selfservice';
import { SlaModule } from '#wasl/sla';
import { TicketsModule } from '#wasl/tickets';
import { ChatServer } from './chat/chat-server.js';
import { VisitorTokens } from './chat/visitor-tokens.js';
import { FormTokens } from './forms/form-tokens.js';
import { HoldFiles } from './forms/hold-files.js';
import { Pace } from './forms/pace.js';
import { FileLinks } from './http/file-links.js';
import { OwnerDevices } from './http/owner-devices.js';
import { TrackCookie } from './http/track-cookie.js';
import { KioskController } from './kiosk/kiosk.controller.js';
import { ReceiptMarks } from './kiosk/receipt-marks.js';
import { ChatController } from './pages/chat.controller.js';
import { Chatting } from './pages/chatting.js';
import { ConfirmController } from './pages/confirm.controller.js';
import { Filing } from './pages/filing.js';
import { Following } from './pages/following.js';
import { HomeController } from './pages/home.controller.js';
import { NewController } from './pages/new.controller.js';
import { Offering } from './pages/offering.js';
import { ReceiptController } from './pages/receipt.controller.js';
import { Replying } from './pages/replying.js';
import { ReportsController } from './pages/reports.controller.js';
import { StartController } from './pages/start.controller.js';
import { TicketController } from './pages/ticket.controller.js';
import { TrackController } from './pages/track.controller.js';
import { UploadsController } from './pages/uploads.controller.js';

/** The public site. Interactions, routing and SLA are imported so that a
 * new ticket gets its interaction, work item and SLA clocks in the transaction that opens it. */
@Module({})
export class PortalModule {
  static forRoot(settings: RunningSettings): DynamicModule {
    return {
      module: PortalModule,
      imports: [
        PlatformModule.forRoot(settings, 'portal', [...DIRECTORY_ROWS]),
        CountryModule,
        DirectoryModule,
        RequestersModule,
        TicketsModule,
        SlaModule,
        InteractionsModule,
        RoutingModule,
        SelfServiceModule,
        ChatModule,
        CounterModule,
        FollowersModule,
        MessagingModule,
      ],
      // `track/code` must be found before `track/:number`.
      controllers: [
        HealthController,
        WellKnownController,
        StartController,
        HomeController,
        NewController,
        ChatController,
        ConfirmController,
        KioskController,
        ReceiptController,
        ReportsController,
        TrackController,
        TicketController,
        UploadsController,
      ],
      providers: [
        ChatServer,
        Chatting,
        FileLinks,
        Filing,
        Following,
        FormTokens,
        HoldFiles,
        Offering,
        Pace,
        ReceiptMarks,
        Replying,
        OwnerDevices,
        TrackCookie,
        VisitorTokens,
      ],
    };
  }
}
