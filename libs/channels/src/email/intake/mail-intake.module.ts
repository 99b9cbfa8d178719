import { Module } from '@nestjs/common';
import { EmailModule } from '../email.module.js';
import { ImapModule } from '../imap/imap.module.js';
import { MailIntake } from './mail-intake.js';

/** Receives and collects mail. For the worker: it opens a port. */
@Module({ imports: [EmailModule, ImapModule], providers: [MailIntake], exports: [MailIntake] })
export class MailIntakeModule {}
