import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#wasl/platform';

/** How it stands with a connection to the exchange. */
export interface ExchangeLine {
  state: 'off' | 'connecting' | 'connected' | 'refused' | 'lost';
  /** why it is not connected */
  fault: string | null;
}

/** Whether the exchange that we connect to is reached, as the worker that has the connections last said. */
@Injectable()
export class ExchangeHealth {
  constructor(@Inject(Database) private readonly database: Database) {}

  async read(): Promise<{ ari: ExchangeLine | null; ami: ExchangeLine | null }> {
    const [row] = await this.database.query<{ value: { ari?: ExchangeLine; ami?: ExchangeLine } }>(
      `SELECT value FROM setting WHERE key = 'asterisk'`,
    );
    return { ari: row?.value.ari ?? null, ami: row?.value.ami ?? null };
  }
}
