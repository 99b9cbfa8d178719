import { Logger } from '@nestjs/common';

const FIRST_RETRY_DELAY_MS = 500;
const MAX_RETRY_DELAY_MS = 30_000;

export type ConnectionState = 'off' | 'connecting' | 'connected' | 'refused' | 'lost';

/** The other side rejects us: an immediate retry is of no use, somebody must correct the settings. */
export class ConnectionRefused extends Error {
  override name = 'ConnectionRefused';
}

/** Keeps a connection to another program open: reconnects when it ends, with exponential backoff. */
export class ReconnectingConnection {
  private readonly logger: Logger;
  private timer?: NodeJS.Timeout;
  private wait = FIRST_RETRY_DELAY_MS;
  private running = false;
  /** the number of the current attempt; one that began before a stop is ignored */
  private run = 0;
  private close?: () => void;
  private lastLogged = '';
  state: ConnectionState = 'off';
  /** why it is not connected, in the words of the other side */
  fault: string | null = null;

  constructor(
    private readonly options: {
      name: string;
      /** @returns a function that closes it */
      open(closed: () => void): Promise<() => void>;
      changed(): void;
    },
  ) {
    this.logger = new Logger(options.name);
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    void this.attempt();
  }

  stop(): void {
    this.running = false;
    this.run++;
    clearTimeout(this.timer);
    this.close?.();
    this.close = undefined;
    this.setState('off', null);
  }

  /** Another client has replaced us: reconnecting at once would disconnect it in turn. */
  disconnectAndBackOff(why: string): void {
    this.wait = MAX_RETRY_DELAY_MS;
    this.fault = why;
    this.logOnce('error', why);
    this.close?.();
  }

  private async attempt(): Promise<void> {
    const run = ++this.run;
    if (this.state === 'off') this.setState('connecting', null);
    let over = false;
    let open = false;
    try {
      const close = await this.options.open(() => {
        over = true;
        if (open && run === this.run) this.ended();
      });
      if (!this.running || run !== this.run) return close();
      if (over) throw new Error('connection ended');
      open = true;
      this.close = close;
    } catch (error) {
      if (run === this.run) this.failed(error as Error);
      return;
    }
    this.lastLogged = '';
    this.wait = FIRST_RETRY_DELAY_MS;
    this.setState('connected', null);
    this.logger.log('connected');
  }

  private failed(error: Error): void {
    if (!this.running) return;
    const refused = error instanceof ConnectionRefused;
    if (refused) this.wait = MAX_RETRY_DELAY_MS;
    this.logOnce(refused ? 'error' : 'warn', error.message || String(error));
    this.setState(refused ? 'refused' : 'lost', error.message);
    this.scheduleRetry();
  }

  private ended(): void {
    this.close = undefined;
    if (!this.running) return;
    this.logOnce('warn', 'connection ended');
    this.setState('lost', this.fault ?? 'connection ended');
    this.scheduleRetry();
  }

  private scheduleRetry(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.attempt(), this.wait);
    this.wait = Math.min(MAX_RETRY_DELAY_MS, this.wait * 2);
  }

  /** Logs a lasting fault only once. */
  private logOnce(level: 'warn' | 'error', text: string): void {
    if (text === this.lastLogged) return;
    this.lastLogged = text;
    this.logger[level](text);
  }

  private setState(state: ConnectionState, fault: string | null): void {
    const changed = state !== this.state || fault !== this.fault;
    this.state = state;
    this.fault = fault;
    if (changed) this.options.changed();
  }
}
