import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Server } from 'socket.io';
import { CHAT_NAMESPACE, chatRoom, LIVE_BATCH, LIVE_NAMESPACE, type Projected } from '#wasl/contracts';
import { SETTINGS, type RuntimeSettings } from '../config/settings.js';
import { Metrics } from '../metrics/metrics.js';
import { createLiveAdapter, type LiveAdapter } from './live-adapter.js';
import { batchLiveEvents } from './live-batches.js';
import { LiveGapFiller } from './live-gap-filler.js';
import { LiveStore, type StoredLiveEvent, type StoredRoom } from './live-store.js';

/** Sends stored live events to the sockets of every api process. Has no sockets of its own. */
@Injectable()
export class LiveSender implements OnApplicationShutdown {
  private readonly backend: LiveAdapter;
  private readonly server: Server;
  private readonly gapFiller: LiveGapFiller;

  constructor(
    @Inject(SETTINGS) settings: RuntimeSettings,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(LiveStore) store: LiveStore,
  ) {
    this.gapFiller = new LiveGapFiller(store, (events) => this.send(events));
    this.backend = createLiveAdapter(settings, (since) => this.gapFiller.markGap(since));
    this.server = new Server({ adapter: this.backend.adapter });
    this.server.of(LIVE_NAMESPACE);
    this.server.of(CHAT_NAMESPACE);
  }

  send(events: StoredLiveEvent[]): void {
    const namespace = this.server.of(LIVE_NAMESPACE);
    for (const batch of batchLiveEvents(events)) namespace.serverSideEmit(LIVE_BATCH, batch);
    for (const { event } of events) this.metrics.liveEvents.inc({ type: event.type });
  }

  /** Tells boards up to when events are in their figures. */
  notifyProjected(projected: Projected): void {
    const room: StoredRoom = 'board';
    this.server.of(LIVE_NAMESPACE).to(room).emit('projected', projected);
  }

  /**
   * Notifies the visitors of these chats that something changed; their pages then fetch it. A page that misses the
   * notification polls some seconds later.
   * @param numbers ticket numbers, grouped
   */
  notifyChatVisitors(numbers: Iterable<string>): void {
    for (const number of new Set(numbers)) this.server.of(CHAT_NAMESPACE).to(chatRoom(number)).emit('news');
  }

  async onApplicationShutdown(): Promise<void> {
    this.gapFiller.stop();
    // Not server.close(), which expects an HTTP server.
    await this.server.of('/').adapter.close();
    await this.server.of(LIVE_NAMESPACE).adapter.close();
    await this.server.of(CHAT_NAMESPACE).adapter.close();
    await this.backend.close();
  }
}
