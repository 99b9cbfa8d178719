import { join } from 'node:path';
import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { FollowersModule, MessagingModule } from '#wasl/channels';
import { SETTINGS, type RuntimeSettings } from '#wasl/platform';
import { BreakGlassNotice } from './break-glass-notice.service.js';
import { CannedAdmin } from './canned-admin.service.js';
import { CannedReplies } from './canned-replies.service.js';
import { ChatReplies } from './chat-replies.service.js';
import { FollowerNotices } from './follower-notices.service.js';
import { LocalTimes } from './local-times.js';
import { MailFigures } from './mail-figures.js';
import { MailJobs } from './mail-jobs.service.js';
import { MailOutbox } from './mail-outbox.service.js';
import { MailSender } from './mail-sender.service.js';
import { MailSigner } from './mail-signer.service.js';
import { MailSweep } from './mail-sweep.service.js';
import { FileTransport, MailTransport, SmtpTransport } from './mail-transport.js';
import { MessageTemplates } from './message-templates.service.js';
import { NotifyOfEvents } from './notify-of-events.js';
import { NotifyByText } from './notify-by-text.service.js';
import { NotifyFollowers } from './notify-followers.service.js';
import { NotifySignInCode } from './notify-sign-in-code.service.js';
import { NotifyStaff } from './notify-staff.service.js';
import { NotifyRequester } from './notify-requester.service.js';
import { OutgoingMail } from './outgoing-mail.service.js';
import { OutgoingTexts } from './outgoing-texts.service.js';
import { MailWithoutTicket } from './mail-without-ticket.service.js';
import { TemplateAdmin } from './template-admin.service.js';
import { TextJobs } from './text-jobs.service.js';
import { TextOutbox } from './text-outbox.service.js';
import { TextSender } from './text-sender.service.js';
import { SendTemplateTest } from './send-template-test.service.js';
import { UnverifiedLimits } from './unverified-limits.service.js';
import { NotificationsLive } from './notifications-live.js';

const SERVICES = [
  CannedAdmin,
  CannedReplies,
  ChatReplies,
  MailJobs,
  MailSender,
  MailSweep,
  NotifyByText,
  NotifyFollowers,
  NotifyRequester,
  NotifyStaff,
  OutgoingMail,
  OutgoingTexts,
  TemplateAdmin,
  TextJobs,
  TextSender,
  SendTemplateTest,
];

/** Needs the modules of tickets, country and e-mail addresses beside it. */
@Global()
@Module({
  imports: [FollowersModule, MessagingModule],
  providers: [
    ...SERVICES,
    NotificationsLive,
    NotifyOfEvents,
    BreakGlassNotice,
    FollowerNotices,
    NotifySignInCode,
    MailFigures,
    MailOutbox,
    LocalTimes,
    MailSigner,
    MessageTemplates,
    MailWithoutTicket,
    TextOutbox,
    UnverifiedLimits,
    {
      provide: MailTransport,
      inject: [SETTINGS],
      useFactory: (settings: RuntimeSettings) =>
        settings.SMTP_OUT_URL
          ? new SmtpTransport(settings.SMTP_OUT_URL, settings)
          : new FileTransport(join(settings.DATA_DIR, 'outgoing-mail')),
    },
  ],
  exports: [...SERVICES, MailTransport],
})
export class NotificationsModule implements OnApplicationShutdown {
  constructor(@Inject(MailTransport) private readonly transport: MailTransport) {}

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
