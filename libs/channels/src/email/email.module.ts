import { Global, Module } from '@nestjs/common';
import { DeliveryReports } from './delivery-reports.service.js';
import { MailAddresses } from './mail-addresses.service.js';
import { MailToTicket } from './mail-to-ticket.service.js';
import { OriginalMail } from './original-mail.service.js';
import { QuarantinedMail } from './quarantined-mail.service.js';
import { ReceiveMail } from './receive-mail.service.js';

@Global()
@Module({
  providers: [MailAddresses, ReceiveMail, MailToTicket, DeliveryReports, OriginalMail, QuarantinedMail],
  exports: [MailAddresses, ReceiveMail, OriginalMail, QuarantinedMail],
})
export class EmailModule {}
