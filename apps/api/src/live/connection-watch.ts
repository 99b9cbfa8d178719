import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Repeated } from '#wasl/platform';
import { Presence } from '#wasl/routing';
import { LiveServer } from './live-server.js';

/** Well within the gap after which those who watch count as gone themselves. */
const LOOK_MS = 8_000;

/** Says again and again whose consoles are connected here, so that it shows when one no longer is, anywhere. */
@Injectable()
export class ConnectionWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Connections');
  private readonly looking = new Repeated(
    LOOK_MS,
    () => this.presence.seen(this.live.people()),
    (error) => this.logger.warn(`connections not noted: ${error.message}`),
  );

  constructor(
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(Presence) private readonly presence: Presence,
  ) {}

  onApplicationBootstrap(): void {
    this.looking.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.looking.stop();
  }
}
