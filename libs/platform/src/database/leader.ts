import { hostname } from 'node:os';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { LEASE_MS, LeaderLease } from './leader-lease.js';
import type { Tx } from './tx.js';

const RETRY_MS = 1_000;
const RENEW_MS = 1_500;

export interface LeaderOptions {
  url: string;
  /** the first of a range of ten advisory locks; one range per kind of leader */
  lock: number;
  name: string;
  /** channels that the leader listens to */
  listen: string[];
  /** @param epoch which leadership this is; no two of the same name have the same */
  onLead(epoch: number): void;
  onNotify(): void;
  /** leadership was lost; running work must stop by itself */
  onLost(): void;
}

/**
 * Leader election: one process among many leads. Its lease is a row that it renews; a leader that dies is replaced within
 * about a second, because its connection ends, and one that hangs within seven, because its lease expires. What must not
 * be done by a leader that was replaced without knowing it calls `fence` in its transaction.
 */
export class Leader {
  private readonly logger: Logger;
  private readonly lease: LeaderLease;
  private client?: pg.Client;
  private timer?: NodeJS.Timeout;
  private working?: Promise<void>;
  private stopped = false;
  private epoch?: number;
  /** until when the lease holds if it is not renewed, by this process's monotonic clock */
  private validUntil = -Infinity;

  constructor(private readonly options: LeaderOptions) {
    this.logger = new Logger(`Leader(${options.name})`);
    this.lease = new LeaderLease(options.name, options.lock, `${hostname()}:${process.pid}`);
  }

  start(): void {
    this.working = this.tryToLead();
  }

  /** False also while the lease has run out and it is not known whether another has taken it. */
  get isLeading(): boolean {
    return this.epoch !== undefined && performance.now() < this.validUntil;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    this.epoch = undefined;
    await this.client?.end().catch(() => undefined);
    // It may have been connecting: what it connects is ended too.
    await this.working;
    await this.client?.end().catch(() => undefined);
  }

  /**
   * Keeps a successor from leading until `tx` has ended. One that finds this leader's lease expired ends the connection of
   * `tx`, which rolls it back.
   * @throws Error when another leads
   */
  async fence(tx: Tx): Promise<void> {
    const { epoch } = this;
    if (epoch !== undefined && (await this.lease.fence(tx, epoch))) return;
    if (epoch !== undefined && epoch === this.epoch) this.lose('another leads');
    throw new Error(`${this.options.name}: another leads`);
  }

  private async tryToLead(): Promise<void> {
    if (this.stopped) return;
    try {
      const client = (this.client ??= await this.connect());
      if (this.stopped) return;
      const askedAt = performance.now();
      const epoch = await this.lease.take(client);
      if (this.stopped) return;
      if (epoch !== undefined) {
        for (const channel of this.options.listen) await client.query(`LISTEN ${channel}`);
        if (this.stopped || client !== this.client) return;
        this.epoch = epoch;
        this.validUntil = askedAt + LEASE_MS;
        this.logger.debug(`is leader, epoch ${epoch}`);
        this.options.onLead(epoch);
        this.again(RENEW_MS, () => this.renew(client, epoch));
        return;
      }
    } catch (error) {
      this.logger.warn(`no connection: ${(error as Error).message}`);
      this.disconnect();
    }
    this.retryLater();
  }

  private async renew(client: pg.Client, epoch: number): Promise<void> {
    if (client !== this.client || epoch !== this.epoch) return;
    const askedAt = performance.now();
    try {
      const renewed = await this.lease.renew(client, epoch);
      if (client !== this.client || epoch !== this.epoch) return;
      if (!renewed) return this.lose('another leads');
      this.validUntil = askedAt + LEASE_MS;
      this.again(RENEW_MS, () => this.renew(client, epoch));
    } catch (error) {
      if (client === this.client && !this.stopped) this.lose((error as Error).message);
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.options.url,
      application_name: `wasl-leader-${this.options.name}`,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
      connectionTimeoutMillis: 5_000,
      // A connection that does not answer is as good as none.
      query_timeout: LEASE_MS,
    });
    client.on('error', (error) => this.onConnectionLost(client, error));
    client.on('end', () => this.onConnectionLost(client, new Error('connection ended')));
    client.on('notification', () => this.options.onNotify());
    await client.connect();
    return client;
  }

  private onConnectionLost(client: pg.Client, error: Error): void {
    if (client === this.client && !this.stopped) this.lose(`connection lost: ${error.message}`);
  }

  private lose(why: string): void {
    this.logger.warn(why);
    this.disconnect();
    this.retryLater();
  }

  private disconnect(): void {
    const client = this.client;
    this.client = undefined;
    client?.end().catch(() => undefined);
    if (this.epoch === undefined) return;
    this.epoch = undefined;
    this.options.onLost();
  }

  private retryLater(): void {
    if (!this.stopped) this.again(RETRY_MS, () => this.tryToLead());
  }

  private again(afterMs: number, run: () => Promise<void>): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.working = run();
    }, afterMs);
  }
}
