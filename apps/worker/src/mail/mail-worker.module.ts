import { Module } from '@nestjs/common';
import { EmailModule } from '#wasl/channels';
import { NotificationsModule } from '#wasl/notifications';
import { MailIntake } from './mail-intake.js';
import { MailOutProcessor } from './mail-out.processor.js';
import { NotificationsProcessor } from './notifications.processor.js';

/** Everything about mail that the worker does: receiving it, deciding what is told, sending it. */
@Module({
  imports: [EmailModule, NotificationsModule],
  providers: [MailIntake, MailOutProcessor, NotificationsProcessor],
  exports: [MailIntake],
})
export class MailWorkerModule {}
