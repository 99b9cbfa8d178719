import { Global, Module } from '@nestjs/common';
import { ChatDesks } from './chat-desk.service.js';
import { Chats } from './chats.service.js';
import { ChatNews } from './chat-news.js';

/**
 * Loaded in every process that changes tickets: resolving or closing a ticket ends its chat in the same transaction.
 */
@Global()
@Module({ providers: [ChatDesks, Chats, ChatNews], exports: [ChatDesks, Chats] })
export class ChatModule {}
