import { Global, Module } from '@nestjs/common';
import { ChatAvailabilityReader } from './chat-availability.service.js';
import { Chats } from './chats.service.js';
import { ChatNews } from './chat-news.js';

/**
 * Loaded in every process that changes tickets: resolving or closing a ticket ends its chat in the same transaction.
 */
@Global()
@Module({ providers: [ChatAvailabilityReader, Chats, ChatNews], exports: [ChatAvailabilityReader, Chats] })
export class ChatModule {}
