import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { RepeatingTimer } from '#wasl/platform';
import { Presence } from '#wasl/routing';
import { LiveServer } from './live-server.js';

/** Well within the gap after which the watchers themselves count as absent. */
const REPORT_INTERVAL_MS = 8_000;

/** Reports repeatedly whose consoles are connected here, so that a lost connection is noticed by any process. */
@Injectable()
export class ConnectionHeartbeat implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Connections');
  private readonly reporting = new RepeatingTimer(
    REPORT_INTERVAL_MS,
    () => this.presence.recordHeartbeats(this.live.connectedStaffIds()),
    (error) => this.logger.warn(`connections not noted: ${error.message}`),
  );

  constructor(
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(Presence) private readonly presence: Presence,
  ) {}

  onApplicationBootstrap(): void {
    this.reporting.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.reporting.stop();
  }
}
