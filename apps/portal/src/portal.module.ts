import { type DynamicModule, Module } from '@nestjs/common';
import { ChatModule, CounterModule, FollowersModule, MessagingModule } from '#wasl/channels';
import { CountryModule } from '#wasl/country';
import { DIRECTORY_ROWS, DirectoryModule } from '#wasl/directory';
import { InteractionsModule } from '#wasl/interactions';
import { HealthController, PlatformModule, type RuntimeSettings, WellKnownController } from '#wasl/platform';
import { RequestersModule } from '#wasl/requesters';
import { RoutingModule } from '#wasl/routing';
import { SelfServiceModule } from '#wasl/selfservice';
import { SlaModule } from '#wasl/sla';
import { TicketsModule } from '#wasl/tickets';
import { ChatServer } from './chat/chat-server.js';
import { VisitorTokens } from './chat/visitor-tokens.js';
import { FormTokens } from './forms/form-tokens.js';
import { FormFileReceiver } from './forms/form-file-receiver.js';
import { FormThrottle } from './forms/form-throttle.js';
import { FileLinks } from './http/file-links.js';
import { MeCookies } from './http/me-cookies.js';
import { RememberedBrowsers } from './http/remembered-browsers.js';
import { TicketAccess } from './http/ticket-access.js';
import { TrackCookie } from './http/track-cookie.js';
import { KioskController } from './kiosk/kiosk.controller.js';
import { ReceiptTokens } from './kiosk/receipt-tokens.js';
import { ChatController } from './pages/chat.controller.js';
import { ChatFormHandler } from './pages/chat-form-handler.js';
import { ConfirmController } from './pages/confirm.controller.js';
import { FilingFormHandler } from './pages/filing-form-handler.js';
import { FollowFormHandler } from './pages/follow-form-handler.js';
import { HomeController } from './pages/home.controller.js';
import { MeController } from './pages/me.controller.js';
import { MeProviderController } from './pages/me-provider.controller.js';
import { MeSignInController } from './pages/me-sign-in.controller.js';
import { MeSignInView } from './pages/me-sign-in-view.js';
import { NewController } from './pages/new.controller.js';
import { NearbyReportsStep } from './pages/nearby-reports-step.js';
import { ReceiptController } from './pages/receipt.controller.js';
import { ReplyFormHandler } from './pages/reply-form-handler.js';
import { ReportsController } from './pages/reports.controller.js';
import { StartController } from './pages/start.controller.js';
import { TicketController } from './pages/ticket.controller.js';
import { TicketPageView } from './pages/ticket-page-view.js';
import { TrackController } from './pages/track.controller.js';
import { TrackPageView } from './pages/track-page-view.js';
import { UploadsController } from './pages/uploads.controller.js';

/** The public site. Interactions, routing and SLA are imported so that a
 * new ticket gets its interaction, work item and SLA clocks in the transaction that opens it. */
@Module({})
export class PortalModule {
  static forRoot(settings: RuntimeSettings): DynamicModule {
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
        MeProviderController,
        MeSignInController,
        MeController,
        ReceiptController,
        ReportsController,
        TrackController,
        TicketController,
        UploadsController,
      ],
      providers: [
        ChatServer,
        ChatFormHandler,
        FileLinks,
        FilingFormHandler,
        FollowFormHandler,
        FormTokens,
        FormFileReceiver,
        NearbyReportsStep,
        FormThrottle,
        MeCookies,
        MeSignInView,
        ReceiptTokens,
        ReplyFormHandler,
        RememberedBrowsers,
        TicketAccess,
        TicketPageView,
        TrackCookie,
        TrackPageView,
        VisitorTokens,
      ],
    };
  }
}
