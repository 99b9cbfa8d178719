import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Server } from 'socket.io';
import { CHAT_NAMESPACE, chatRoom, LIVE_BATCH, LIVE_NAMESPACE } from '#wasl/contracts';
import { SETTINGS, type RunningSettings } from '../config/settings.js';
import { Metrics } from '../metrics/metrics.js';
import { createLiveAdapter, type LiveAdapter } from './live-adapter.js';
import { liveBatches } from './live-batches.js';
import { LiveRepeater } from './live-repeater.js';
import { LiveStore, type StoredLiveEvent } from './live-store.js';

/** Sends stored live events to the sockets of every api process. Has no sockets of its own. */
@Injectable()
export class LiveSender implements OnApplicationShutdown {
  private readonly link: LiveAdapter;
  private readonly server: Server;
  private readonly repeater: LiveRepeater;

  constructor(
    @Inject(SETTINGS) settings: RunningSettings,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(LiveStore) store: LiveStore,
  ) {
    this.repeater = new LiveRepeater(store, (events) => this.send(events));
    this.link = createLiveAdapter(settings, (since) => this.repeater.doubt(since));
    this.server = new Server({ adapter: this.link.adapter });
    this.server.of(LIVE_NAMESPACE);
    this.server.of(CHAT_NAMESPACE);
  }

  send(events: StoredLiveEvent[]): void {
    const namespace = this.server.of(LIVE_NAMESPACE);
    for (const batch of liveBatches(events)) namespace.serverSideEmit(LIVE_BATCH, batch);
    for (const { event } of events) this.metrics.liveEvents.inc({ type: event.type });
  }

  /**
   * Tells the visitors of these chats that there is something new; what it is they ask for themselves. One that is not
   * told asks some seconds later all the same.
   * @param numbers grouped
   */
  sendNews(numbers: Iterable<string>): void {
    for (const number of new Set(numbers)) this.server.of(CHAT_NAMESPACE).to(chatRoom(number)).emit('news');
  }

  async onApplicationShutdown(): Promise<void> {
    this.repeater.stop();
    // Not server.close(), which expects an HTTP server.
    await this.server.of('/').adapter.close();
    await this.server.of(LIVE_NAMESPACE).adapter.close();
    await this.server.of(CHAT_NAMESPACE).adapter.close();
    await this.link.close();
  }
}
