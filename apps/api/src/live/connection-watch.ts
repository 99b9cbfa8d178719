import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Presence } from '#wasl/routing';
import { LiveServer } from './live-server.js';

/** Well within the gap after which those who watch count as gone themselves. */
const LOOK_MS = 8_000;

/** Says again and again whose consoles are connected here, so that it shows when one no longer is, anywhere. */
@Injectable()
export class ConnectionWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Connections');
  private timer?: NodeJS.Timeout;
  private looking?: Promise<void>;

  constructor(
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(Presence) private readonly presence: Presence,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.looking ??= this.presence
        .seen(this.live.people())
        .catch((error: Error) => this.logger.warn(`connections not noted: ${error.message}`))
        .finally(() => (this.looking = undefined));
    }, LOOK_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }
}
