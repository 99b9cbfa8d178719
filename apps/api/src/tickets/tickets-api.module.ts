import { Module } from '@nestjs/common';
import { AttachmentsController } from './attachments.controller.js';
import { ContactsController } from './contacts.controller.js';
import { FollowersController } from './followers.controller.js';
import { JoiningController } from './merge-split-link.controller.js';
import { MessageMailController } from './message-mail.controller.js';
import { MessagesController } from './messages.controller.js';
import { SimilarController } from './similar.controller.js';
import { ReadyRepliesController } from './ready-replies.controller.js';
import { TicketExportController } from './ticket-export.controller.js';
import { TicketsController } from './tickets.controller.js';

@Module({
  controllers: [
    // Before the controller whose paths begin with a number.
    TicketExportController,
    TicketsController,
    JoiningController,
    ContactsController,
    FollowersController,
    SimilarController,
    MessagesController,
    MessageMailController,
    AttachmentsController,
    ReadyRepliesController,
  ],
})
export class TicketsApiModule {}
