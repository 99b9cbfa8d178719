import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { AuditStream } from '#wasl/audit';
import { CallSweep, Chats, CheckSenders, CounterSweep, FollowReports } from '#wasl/channels';
import { addMs, CLOCK, type Clock, hours, uuidv7Floor } from '#wasl/kernel';
import { DEVICE_DAYS } from '#wasl/identity';
import { Database, JobQueues, JobWorkers } from '#wasl/platform';
import { Offers, Presence, Reassign, ReorderWork, ReturnWork, ServedQueues } from '#wasl/routing';
import { ForgetFacts } from '#wasl/reporting';
import { Attachments, ChangeTicket, Thumbnails } from '#wasl/tickets';
import { MailSweep, NotifyFollowers, TextJobs } from '#wasl/notifications';
import { SideBySide } from './side-by-side.js';

/** What routing decided from is kept so long; why, as long as the offer. */
const DECISIONS_KEPT_MS = hours(14 * 24);

/**
 * Puts right what jobs may have lost, and what time brings about. Sweeps of one interval share a job: a job costs more
 * than most sweeps that find nothing to do, and many are due each second.
 */
@Injectable()
export class SweepsProcessor implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    @Inject(JobQueues) private readonly jobs: JobQueues,
    @Inject(JobWorkers) private readonly workers: JobWorkers,
    @Inject(Database) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Offers) private readonly offers: Offers,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(Reassign) private readonly reassign: Reassign,
    @Inject(ReorderWork) private readonly order: ReorderWork,
    @Inject(ServedQueues) private readonly served: ServedQueues,
    @Inject(ReturnWork) private readonly returnWork: ReturnWork,
    @Inject(ChangeTicket) private readonly tickets: ChangeTicket,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(MailSweep) private readonly mail: MailSweep,
    @Inject(TextJobs) private readonly texts: TextJobs,
    @Inject(CallSweep) private readonly calls: CallSweep,
    @Inject(Chats) private readonly chats: Chats,
    @Inject(CheckSenders) private readonly senders: CheckSenders,
    @Inject(ForgetFacts) private readonly facts: ForgetFacts,
    @Inject(Thumbnails) private readonly thumbnails: Thumbnails,
    @Inject(CounterSweep) private readonly counters: CounterSweep,
    @Inject(FollowReports) private readonly following: FollowReports,
    @Inject(NotifyFollowers) private readonly followers: NotifyFollowers,
    @Inject(AuditStream) private readonly audit: AuditStream,
  ) {}

  private readonly sweeps = new SideBySide({
    'expire-offers': { everyMs: 1_000, run: () => this.offers.expireDue() },
    'end-wrap-ups': { everyMs: 1_000, run: () => this.presence.endDueWrapUps() },
    // With the half minute after which a dead sender's mail is taken over, still within 35 s.
    'send-due-mail': { everyMs: 3_000, run: () => this.mail.requeueDue() },
    'send-due-texts': { everyMs: 5_000, run: () => this.texts.requeueDue() },
    'end-lost-chats': { everyMs: 15_000, run: () => this.chats.endLost() },
    'close-counters': { everyMs: 15_000, run: () => this.counters.run() },
    'check-senders': { everyMs: 2_000, run: () => this.senders.run() },
    'end-lost-calls': { everyMs: 30_000, run: () => this.calls.run() },
    'lose-connections': { everyMs: 5_000, run: () => this.presence.loseConnections() },
    reassign: { everyMs: 5_000, run: () => this.reassign.run() },
    'reorder-work': { everyMs: 5_000, run: () => this.order.whenRulesChanged() },
    'watch-queues': { everyMs: 5_000, run: () => this.served.tellChanges() },
    'check-attachments': { everyMs: 1_000, run: () => this.attachments.checkWaiting(20) },
    'make-thumbnails': { everyMs: 1_000, run: () => this.thumbnails.makeWaiting(20) },
    'return-work': { everyMs: 15_000, run: () => this.returnWork.ofTheDisabled() },
    'close-settled': { everyMs: 60_000, run: () => this.tickets.closeSettled(200) },
    // What it stores is sent by the sweeps above.
    'tell-followers': { everyMs: 60_000, run: () => this.followers.tellBehind() },
    'forget-followers': { everyMs: 300_000, run: () => this.following.forget() },
    'forget-facts': { everyMs: 300_000, run: () => this.facts.run() },
    'stream-audit': { everyMs: 2_000, run: () => this.audit.run() },
    // At midnight UTC, and at a first start.
    'check-audit': { everyMs: 86_400_000, run: () => this.audit.check() },
    'remove-old': { everyMs: 60_000, run: () => this.removeOld() },
  });

  onModuleInit(): void {
    this.workers.register({
      queue: 'sweeps',
      // As many as there are intervals, or slow ones of several would hold up the quick.
      concurrency: this.sweeps.intervals.length,
      handle: ({ everyMs }) => this.sweeps.run(everyMs),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    const queue = this.jobs.queue('sweeps');
    for (const everyMs of this.sweeps.intervals) {
      const opts = { attempts: 1, removeOnComplete: true, removeOnFail: 20 };
      await queue.upsertJobScheduler(nameOf(everyMs), { every: everyMs }, { data: { everyMs }, opts });
    }
    // What an earlier version scheduled would otherwise go on for ever.
    const ours = new Set(this.sweeps.intervals.map(nameOf));
    for (const { key } of await queue.getJobSchedulers())
      if (!ours.has(key)) await queue.removeJobScheduler(key);
  }

  private async removeOld(): Promise<void> {
    await this.attachments.removeUnused();
    await this.database.query('DELETE FROM routing_round WHERE id < $1', [
      uuidv7Floor(addMs(this.clock.now(), -DECISIONS_KEPT_MS)),
    ]);
    await this.database.query(`DELETE FROM live_event WHERE at < now() - interval '15 minutes'`);
    await this.database.query(`DELETE FROM idempotency_key WHERE created_at < now() - interval '2 days'`);
    await this.database.query(`DELETE FROM open311_filing WHERE filed_at < now() - interval '1 day'`);
    // Files of the public that never became whole, and what is known of those that did.
    await this.database.query(
      `DELETE FROM public_upload
        WHERE touched_at < now() - CASE WHEN outcome IS NULL THEN interval '6 hours' ELSE interval '1 day' END`,
    );
    await this.database.query(`DELETE FROM rate_limit WHERE resets_at < now()`);
    await this.database.query(`DELETE FROM staff_session WHERE expires_at < now()`);
    await this.database.query(`DELETE FROM webauthn_challenge WHERE expires_at < now()`);
    await this.database.query(`DELETE FROM staff_link WHERE expires_at < now() - interval '1 day'`);
    await this.database.query(`DELETE FROM files_taken WHERE hour < now() - interval '2 days'`);
    await this.database.query('DELETE FROM attempt_budget WHERE forget_at < now()');
    await this.database.query('DELETE FROM staff_device WHERE expires_at < now()');
    await this.database.query(
      `DELETE FROM staff_network WHERE last_seen_at < now() - ${DEVICE_DAYS} * interval '1 day'`,
    );
    await this.database.query(
      `DELETE FROM socket_io_attachments WHERE created_at < now() - interval '1 minute'`,
    );
  }
}

const nameOf = (everyMs: number) => `every-${everyMs}`;
