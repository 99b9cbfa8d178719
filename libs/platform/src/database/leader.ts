import { Logger } from '@nestjs/common';
import pg from 'pg';

const RETRY_MS = 1_000;

/**
 * Leader election: one process holds an advisory lock on a connection of its own and leads until that connection ends.
 * PostgreSQL releases the lock of a dead leader, and another process takes over within about a second.
 */
export class Leader {
  private readonly logger: Logger;
  private client?: pg.Client;
  private timer?: NodeJS.Timeout;
  private campaigning?: Promise<void>;
  private stopped = false;
  private leading = false;

  constructor(
    private readonly options: {
      url: string;
      /** the advisory lock's key; one per kind of leader */
      lock: number;
      name: string;
      /** channels that the leader listens to */
      listen: string[];
      onLead(): void;
      onNotify(): void;
      /** leadership was lost; running work must stop by itself */
      onLost(): void;
    },
  ) {
    this.logger = new Logger(`Leader(${options.name})`);
  }

  start(): void {
    this.campaigning = this.tryToLead();
  }

  get isLeading(): boolean {
    return this.leading;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    this.leading = false;
    await this.client?.end().catch(() => undefined);
    // It may have been connecting: what it connects is ended too.
    await this.campaigning;
    await this.client?.end().catch(() => undefined);
  }

  private async tryToLead(): Promise<void> {
    if (this.stopped) return;
    try {
      this.client ??= await this.connect();
      if (this.stopped) return;
      const { rows } = await this.client.query<{ won: boolean }>('SELECT pg_try_advisory_lock($1) AS won', [
        this.options.lock,
      ]);
      if (rows[0]!.won) {
        for (const channel of this.options.listen) await this.client.query(`LISTEN ${channel}`);
        if (this.stopped) return;
        this.leading = true;
        this.logger.debug('is leader');
        this.options.onLead();
        return;
      }
    } catch (error) {
      this.logger.warn(`no connection: ${(error as Error).message}`);
      this.disconnect();
    }
    this.retryLater();
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.options.url,
      application_name: `wasl-leader-${this.options.name}`,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', (error) => this.onConnectionLost(client, error));
    client.on('end', () => this.onConnectionLost(client, new Error('connection ended')));
    client.on('notification', () => this.options.onNotify());
    await client.connect();
    return client;
  }

  private onConnectionLost(client: pg.Client, error: Error): void {
    if (client !== this.client || this.stopped) return;
    this.logger.warn(`connection lost: ${error.message}`);
    this.disconnect();
    this.retryLater();
  }

  private disconnect(): void {
    const client = this.client;
    this.client = undefined;
    client?.end().catch(() => undefined);
    if (this.leading) {
      this.leading = false;
      this.options.onLost();
    }
  }

  private retryLater(): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.start(), RETRY_MS);
  }
}
