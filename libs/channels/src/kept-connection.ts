import { Logger } from '@nestjs/common';

const FIRST_MS = 500;
const LONGEST_MS = 30_000;

export type ConnectionState = 'off' | 'connecting' | 'connected' | 'refused' | 'lost';

/** The other side does not let us in: to try again at once is of no use, somebody must mend the settings. */
export class ConnectionRefused extends Error {
  override name = 'ConnectionRefused';
}

/** Keeps a connection to another program: opens it again when it ends, ever more slowly while that is in vain. */
export class KeptConnection {
  private readonly logger: Logger;
  private timer?: NodeJS.Timeout;
  private wait = FIRST_MS;
  private running = false;
  /** which attempt counts: one that was begun before a stop does not */
  private run = 0;
  private close?: () => void;
  private said = '';
  state: ConnectionState = 'off';
  /** why it is not connected, in the other side's words */
  fault: string | null = null;

  constructor(
    private readonly options: {
      name: string;
      /** opens it. @returns how to close it */
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
    this.become('off', null);
  }

  /** Somebody else has taken our place there: to fight for it would take it from both. */
  giveWay(why: string): void {
    this.wait = LONGEST_MS;
    this.fault = why;
    this.say('error', why);
    this.close?.();
  }

  private async attempt(): Promise<void> {
    const run = ++this.run;
    if (this.state === 'off') this.become('connecting', null);
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
    this.said = '';
    this.wait = FIRST_MS;
    this.become('connected', null);
    this.logger.log('connected');
  }

  private failed(error: Error): void {
    if (!this.running) return;
    const refused = error instanceof ConnectionRefused;
    if (refused) this.wait = LONGEST_MS;
    this.say(refused ? 'error' : 'warn', error.message || String(error));
    this.become(refused ? 'refused' : 'lost', error.message);
    this.again();
  }

  private ended(): void {
    this.close = undefined;
    if (!this.running) return;
    this.say('warn', 'connection ended');
    this.become('lost', this.fault ?? 'connection ended');
    this.again();
  }

  private again(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.attempt(), this.wait);
    this.wait = Math.min(LONGEST_MS, this.wait * 2);
  }

  /** A fault that lasts is said once. */
  private say(level: 'warn' | 'error', text: string): void {
    if (text === this.said) return;
    this.said = text;
    this.logger[level](text);
  }

  private become(state: ConnectionState, fault: string | null): void {
    const changed = state !== this.state || fault !== this.fault;
    this.state = state;
    this.fault = fault;
    if (changed) this.options.changed();
  }
}
