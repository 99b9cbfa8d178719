import { Global, Module } from '@nestjs/common';
import { CheckSenders } from './check-senders.service.js';
import { ClaimReplyTo } from './claim-reply-to.service.js';
import { SENDER_DNS, systemDns } from './checking/sender-dns.js';
import { SenderChecking } from './checking/sender-checking.service.js';
import { DeliveryReports } from './delivery-reports.service.js';
import { IgnoredMail } from './ignored-mail.service.js';
import { MailboxHealth } from './imap/mailbox-health.service.js';
import { MailAddresses } from './mail-addresses.service.js';
import { MailBursts } from './mail-bursts.service.js';
import { MailToTicket } from './mail-to-ticket.service.js';
import { MailOfMessages } from './mail-of-messages.service.js';
import { OriginalMail } from './original-mail.service.js';
import { QuarantinedMail } from './quarantined-mail.service.js';
import { MailReader } from './reading/mail-reader.service.js';
import { ReceiveMail } from './receive-mail.service.js';

const SERVICES = [
  MailAddresses,
  ReceiveMail,
  MailOfMessages,
  OriginalMail,
  QuarantinedMail,
  IgnoredMail,
  MailboxHealth,
  CheckSenders,
  ClaimReplyTo,
];

@Global()
@Module({
  providers: [
    ...SERVICES,
    MailToTicket,
    MailBursts,
    DeliveryReports,
    SenderChecking,
    { provide: SENDER_DNS, useFactory: systemDns },
    { provide: MailReader, useFactory: () => new MailReader() },
  ],
  exports: [...SERVICES, MailReader],
})
export class EmailModule {}
