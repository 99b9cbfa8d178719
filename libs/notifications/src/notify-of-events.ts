import { Inject, Injectable, Logger } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { JobQueues, OnEvent } from '#wasl/platform';
import { BreakGlassNotice } from './break-glass-notice.service.js';
import { ChatReplies } from './chat-replies.service.js';
import { MailJobs } from './mail-jobs.service.js';
import { NotifyByText } from './notify-by-text.service.js';
import { NotifySignInCode } from './notify-sign-in-code.service.js';
import { NotifyFollowers } from './notify-followers.service.js';
import { NotifyRequester } from './notify-requester.service.js';
import { isStaffEvent, NotifyStaff } from './notify-staff.service.js';
import { TextJobs } from './text-jobs.service.js';

const NOTIFIED = [
  'ticket.created',
  'ticket.changed',
  'message.added',
  'tracking.code_requested',
  'ticket.contact_changed',
  'text.keyword',
  'password.reset_asked',
  'account.security_changed',
  'webhook.disabled',
  'account.break_glass_used',
  'chat.ended',
  'follower.asked',
  'requester.code_asked',
] as const;

/** Sends requesters and staff the notices that follow from events. An event that fails does not stop the others. */
@Injectable()
export class NotifyOfEvents {
  private readonly logger = new Logger('NotifyOfEvents');

  constructor(
    @Inject(JobQueues) private readonly jobs: JobQueues,
    @Inject(NotifyRequester) private readonly notify: NotifyRequester,
    @Inject(NotifyStaff) private readonly notifyStaff: NotifyStaff,
    @Inject(MailJobs) private readonly mailJobs: MailJobs,
    @Inject(ChatReplies) private readonly chatReplies: ChatReplies,
    @Inject(NotifyByText) private readonly notifyByText: NotifyByText,
    @Inject(NotifyFollowers) private readonly notifyFollowers: NotifyFollowers,
    @Inject(NotifySignInCode) private readonly signInCodes: NotifySignInCode,
    @Inject(BreakGlassNotice) private readonly breakGlass: BreakGlassNotice,
    @Inject(TextJobs) private readonly textJobs: TextJobs,
  ) {}

  /**
   * Tickets side by side, the events of each in their order, because a reply refers to the mail before it.
   * @throws the fault of an event that stands alone; the job queue then tries it again, and at last leaves it as failed
   */
  @OnEvent(NOTIFIED, { as: 'job', queue: 'notifications', concurrency: 4 })
  async handle(events: DomainEvent[]): Promise<void> {
    const mails: { id: string; attempts: number }[] = [];
    const texts: { id: string; attempts: number }[] = [];
    const failed: { event: DomainEvent; error: Error }[] = [];
    const inOrder = async (ofTicket: DomainEvent[]) => {
      for (const event of ofTicket) {
        try {
          for (const one of await this.chatReplies.expand(event)) {
            mails.push(...(await this.about(one)).map(unsent));
            if (one.type === 'ticket.contact_changed') {
              const told = await this.notify.notifyContact(one as DomainEvent<'ticket.contact_changed'>);
              mails.push(...told.map(unsent));
            }
            for (const textId of await this.notifyByText.notify(one)) texts.push({ id: textId, attempts: 0 });
            for (const notices of [
              await this.notifyFollowers.notify(one),
              await this.signInCodes.notify(one),
            ]) {
              mails.push(...notices.mails.map(unsent));
              texts.push(...notices.texts.map(unsent));
            }
          }
        } catch (error) {
          failed.push({ event, error: error as Error });
        }
      }
    };
    await Promise.all([...byTicket(events).values()].map(inOrder));
    await this.mailJobs.add(mails);
    await this.textJobs.add(texts);
    if (failed.length > 0 && events.length === 1) throw failed[0]!.error;
    for (const { event, error } of failed) await this.retryAlone(event, error);
  }

  private async about(event: DomainEvent): Promise<string[]> {
    if (event.type === 'account.break_glass_used') return this.breakGlass.send(event);
    if (isStaffEvent(event)) return this.notifyStaff.notify(event);
    const id = await this.notify.notify(event);
    return id ? [id] : [];
  }

  private async retryAlone(event: DomainEvent, error: Error): Promise<void> {
    this.logger.warn(`event ${event.id} (${event.type}) tried again alone: ${error.message}`);
    await this.jobs.add('notifications', { events: [event] }, { jobId: `alone-${event.id}` });
  }
}

const unsent = (id: string) => ({ id, attempts: 0 });

function byTicket(events: DomainEvent[]): Map<string, DomainEvent[]> {
  const groups = new Map<string, DomainEvent[]>();
  for (const event of events) {
    const key = ('ticketId' in event.data && event.data.ticketId) || event.id;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return groups;
}
