import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#wasl/platform';

/** The state of a connection to the PBX. */
export interface ExchangeConnection {
  state: 'off' | 'connecting' | 'connected' | 'refused' | 'lost';
  /** why it is not connected */
  fault: string | null;
}

/** Whether the PBX is reachable, as last reported by the worker that is connected. */
@Injectable()
export class ExchangeHealth {
  constructor(@Inject(Database) private readonly database: Database) {}

  async read(): Promise<{ ari: ExchangeConnection | null; ami: ExchangeConnection | null }> {
    const [row] = await this.database.query<{
      value: { ari?: ExchangeConnection; ami?: ExchangeConnection };
    }>(`SELECT value FROM setting WHERE key = 'asterisk'`);
    return { ari: row?.value.ari ?? null, ami: row?.value.ami ?? null };
  }
}
