import { Module } from '@nestjs/common';
import { EmailModule, ImapModule } from '#wasl/channels';
import { NotificationsModule } from '#wasl/notifications';
import { MailIntake } from './mail-intake.js';
import { MailOutProcessor } from './mail-out.processor.js';
import { NotificationsProcessor } from './notifications.processor.js';
import { TextOutProcessor } from './text-out.processor.js';

/** Everything about mail and texts that the worker does: receiving, collecting, deciding what is told, sending. */
@Module({
  imports: [EmailModule, ImapModule, NotificationsModule],
  providers: [MailIntake, MailOutProcessor, NotificationsProcessor, TextOutProcessor],
  exports: [MailIntake],
})
export class MailWorkerModule {}
