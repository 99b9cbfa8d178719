import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#wasl/platform';
import { identifies } from './address-rows.js';

export interface KnownCaller {
  id: string;
  name: string | null;
  language: string | null;
}

/** Looks requesters up by address, outside a use case. */
@Injectable()
export class RequesterReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  async byPhone(phone: string): Promise<KnownCaller | null> {
    const [row] = await this.database.query<KnownCaller>(
      `SELECT r.id, r.name, r.language FROM requester_address a JOIN requester r ON r.id = a.requester_id
        WHERE a.kind = 'phone' AND a.value = $1 AND ${identifies('a')}`,
      [phone],
    );
    return row ?? null;
  }
}
