import { Module } from '@nestjs/common';
import { CollectMail } from './collect-mail.service.js';
import { MailboxCollector } from './mailbox-collector.service.js';
import { MailboxCursors } from './mailbox-cursors.js';

/** Loaded in workers only; one of them collects from the mailbox. */
@Module({ providers: [MailboxCollector, CollectMail, MailboxCursors], exports: [MailboxCollector] })
export class ImapModule {}
