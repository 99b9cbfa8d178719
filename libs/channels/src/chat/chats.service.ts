import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Audience, ChatUpdate } from '#wasl/contracts';
import { isUuid, notFound } from '#wasl/kernel';
import { Database, type IdempotencyClaim, runOnce, type Tx, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { ChatWork } from '#wasl/routing';
import {
  statusAfterRequesterMessage,
  formatTicketNumber,
  lockTicket,
  Messages,
  OpenTicket,
  type TicketChange,
  type TicketLifecycleHook,
  TicketLifecycleHooks,
} from '#wasl/tickets';
import { titleOf } from '../messaging/domain/title.js';
import { chatState } from './domain/chat-stage.js';
import { endChat, recentWaitSeconds, markSeen, readChat, readLines } from './chat-rows.js';

export interface NewChat {
  question: string;
  language: string;
  /** code */
  service: string | null;
  /** what the visitor entered; nothing else is known about them */
  requester: { name: string | null; phone: string | null; email: string | null; audience: Audience };
  /** digest of the visitor's network address */
  source?: string;
}

/**
 * Without a request from the visitor's page for this long, the visitor counts as disconnected. Mobile phones sleep
 * and connections drop.
 */
const LOST_AFTER_SECONDS = 120;

const ENDED_NOTES: Record<'ar' | 'en', Record<'left' | 'lost', string>> = {
  ar: {
    left: 'أنهى صاحب الطلب المحادثة. ما يُكتب له من الآن يصله بالبريد أو برسالة نصية أو في صفحة المتابعة.',
    lost: 'انقطع اتصال صاحب الطلب بالمحادثة. ما يُكتب له من الآن يصله بالبريد أو برسالة نصية أو في صفحة المتابعة.',
  },
  en: {
    left: 'The visitor has ended the chat. What is written from now on reaches them by mail, by text or on the tracking page.',
    lost: 'The visitor’s line was cut. What is written from now on reaches them by mail, by text or on the tracking page.',
  },
};

/**
 * Live chats of visitors. Each chat is a ticket from its first message, waits in a queue like any other, and
 * continues as a ticket after the visitor has left.
 */
@Injectable()
export class Chats implements TicketLifecycleHook, OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(OpenTicket) private readonly tickets: OpenTicket,
    @Inject(Messages) private readonly messages: Messages,
    @Inject(ChatWork) private readonly chatWork: ChatWork,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
  ) {}

  onModuleInit(): void {
    this.hooks.register('chat', this);
  }

  /** The ticket subject for a chat that starts with this question. */
  titleOf(question: string, language: string): string {
    return titleOf(question, language);
  }

  /** @returns the ticket's number, grouped. @throws as {@link OpenTicket.open} */
  async start(chat: NewChat, claim?: IdempotencyClaim): Promise<string> {
    const { question, language, service, requester, source } = chat;
    const ticket = await this.tickets.open(
      {
        subject: titleOf(question, language),
        description: question,
        service,
        language,
        channel: 'chat',
        requester,
        provenance: 'given',
        source,
      },
      {
        claim,
        onOpened: async (tx, { id }) =>
          tx.insert('INSERT INTO chat (ticket_id, started_at, seen_at, read_until) VALUES ($1, $2, $2, $2)', [
            id,
            tx.now,
          ]),
      },
    );
    return ticket.number;
  }

  /**
   * The messages that the visitor has not seen yet and the state of the chat. Each call also shows that the visitor
   * is connected.
   * @param number twelve digits
   * @param after the last line they have
   * @throws not_found `ticket.not_found`
   */
  async poll(number: string, after: string | null): Promise<ChatUpdate> {
    const chat = await readChat(this.database, number);
    if (!chat) throw notFound('ticket.not_found');
    const known = after !== null && isUuid(after) ? after : null;
    const lines = await readLines(this.database, chat.ticketId, known);
    const waiting = chat.ended === null && !chat.wasAnswered;
    const waits = waiting ? await recentWaitSeconds(this.database, chat.queueId) : [];
    if (chat.ended === null) await markSeen(this.database, chat.ticketId, known);
    const canWrite = statusAfterRequesterMessage(chat.status) !== null;
    return { lines, state: chatState({ ...chat, canWrite, ended: chat.ended !== null, waits }) };
  }

  /**
   * Adds a message of the visitor. A repeated id is stored once.
   * @returns the message's id
   * @throws conflict `tracking.cannot_reply` when the ticket is closed
   */
  async addMessage(number: string, id: string, text: string): Promise<string> {
    const chat = await readChat(this.database, number);
    if (!chat) throw notFound('ticket.not_found');
    const bodyHash = createHash('sha256').update(text).digest();
    const said = await this.unitOfWork.run((tx) =>
      runOnce(tx, { scope: `chat ${number}`, key: id, bodyHash }, async () => {
        const { id: messageId } = await this.messages.byRequester(tx, chat.ticketId, {
          body: text,
          channel: 'chat',
        });
        return { id: messageId };
      }),
    );
    return said.id;
  }

  /** The visitor ends the chat. Later replies go by mail or text, or are shown on the tracking page. */
  async leave(number: string): Promise<void> {
    await this.unitOfWork.run((tx) => this.end(tx, number, 'left'));
  }

  /** Ends chats of whose visitors nothing was heard. @returns how many */
  @PeriodicTask({ name: 'end-lost-chats', everyMs: 15_000 })
  async endDisconnected(): Promise<number> {
    const gone = await this.database.query<{ number: string }>(
      `SELECT t.number FROM chat c JOIN ticket t ON t.id = c.ticket_id
        WHERE c.ended_at IS NULL AND c.seen_at < now() - make_interval(secs => $1) ORDER BY c.seen_at LIMIT 100`,
      [LOST_AFTER_SECONDS],
    );
    for (const { number } of gone) {
      await this.unitOfWork.run(async (tx) => {
        // Checked again under the ticket's lock, because the visitor may have come back meanwhile.
        const { id } = await lockTicket(tx, number);
        const [still] = await tx.query(
          'SELECT 1 FROM chat WHERE ticket_id = $1 AND seen_at < now() - make_interval(secs => $2)',
          [id, LOST_AFTER_SECONDS],
        );
        if (still) await this.end(tx, number, 'lost');
      });
    }
    return gone.length;
  }

  /** Resolving or closing a ticket ends its chat; the visitor's page says so. */
  async changed(tx: Tx, { after, outcome }: TicketChange): Promise<void> {
    if (after.channel !== 'chat' || (outcome !== 'resolved' && outcome !== 'closed')) return;
    await endChat(tx, after, 'settled', formatTicketNumber(after.number));
  }

  private async end(tx: Tx, number: string, how: 'left' | 'lost'): Promise<void> {
    const ticket = await lockTicket(tx, number);
    if (!(await endChat(tx, ticket, how, formatTicketNumber(number)))) return;
    await this.chatWork.onVisitorLeft(tx, ticket);
    await this.messages.bySystem(tx, ticket.id, ENDED_NOTES[ticket.language === 'ar' ? 'ar' : 'en'][how]);
  }
}
