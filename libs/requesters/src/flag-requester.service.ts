import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '#wasl/kernel';
import { Database } from '#wasl/platform';

export interface RequesterFlags {
  vip: boolean;
  vulnerable: boolean;
}

/** Flags requesters who get a head start in their queues. It applies to work that arrives later. */
@Injectable()
export class FlagRequester {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws not_found `requester.not_found` */
  async flag(id: string, { vip, vulnerable }: RequesterFlags): Promise<void> {
    const [row] = await this.database.query(
      'UPDATE requester SET vip = $2, vulnerable = $3 WHERE id = $1 RETURNING id',
      [id, vip, vulnerable],
    );
    if (!row) throw notFound('requester.not_found');
  }
}
