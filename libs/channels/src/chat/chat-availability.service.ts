import { Inject, Injectable } from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import { CLOCK, type Clock } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { QueueHours, RoutingConfig } from '#wasl/routing';
import { expectedWaitMinutes } from './domain/chat-stage.js';
import { recentWaitSeconds } from './chat-rows.js';

/** Whether chat is available, before somebody starts one. */
export interface ChatAvailability {
  /** an agent is available */
  open: boolean;
  /** within working hours, but no agent is signed in */
  nobody: boolean;
  /** ISO 8601; set when it is closed and the next opening is known */
  opensAt: string | null;
  waiting: number;
  usualMinutes: number | null;
}

/** Tells visitors whether chat is available before they start. */
@Injectable()
export class ChatAvailabilityReader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(QueueHours) private readonly hours: QueueHours,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param service code; without one, the default queue is used */
  async forService(service: string | null): Promise<ChatAvailability> {
    const queue = service
      ? await this.catalogue.queueById((await this.catalogue.serviceByCode(service)).queueId)
      : await this.catalogue.defaultQueue();
    const settings = (await this.config.current()).settings.get(queue.id);
    const now = this.clock.now();
    const hoursOpen = this.hours.isOpen(settings, now);
    const [row] = await this.database.query<{ there: boolean; waiting: number }>(
      `SELECT EXISTS (SELECT 1 FROM agent_queue a JOIN presence p ON p.staff_id = a.staff_id
                       WHERE a.queue_id = $1 AND p.state IN ('available', 'busy', 'wrap_up')) AS there,
              (SELECT count(*)::int FROM work WHERE queue_id = $1 AND channel = 'chat' AND state = 'waiting') AS waiting`,
      [queue.id],
    );
    return {
      open: hoursOpen && row!.there,
      nobody: hoursOpen && !row!.there,
      opensAt: this.hours.opensAt(settings, now)?.toISOString() ?? null,
      waiting: row!.waiting,
      usualMinutes: expectedWaitMinutes(await recentWaitSeconds(this.database, queue.id)),
    };
  }
}
