import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { OnEvent, type ProjectionResult, type ProjectionTx } from '#wasl/platform';

type ChatEvent = DomainEvent<'chat.ended' | 'message.added' | 'ticket.changed'>;

/** Tells visitors who chat that there is something new for them. */
@Injectable()
export class ChatNews {
  @OnEvent(['chat.ended', 'message.added', 'ticket.changed'], { as: 'projection', order: 50 })
  async tell(_tx: ProjectionTx, events: ChatEvent[]): Promise<ProjectionResult | void> {
    const chats = events.flatMap(chatWithNews);
    if (chats.length > 0) return { afterCommit: (sender) => sender.notifyChatVisitors(chats) };
  }
}

/** The chat whose visitor has something new to see, if it is one. Notes of staff are none of it. */
function chatWithNews(event: ChatEvent): string[] {
  if (event.type === 'chat.ended') return [event.data.number];
  if (event.type === 'message.added' && event.data.kind === 'internal_note') return [];
  return event.data.channel === 'chat' ? [event.data.number] : [];
}
