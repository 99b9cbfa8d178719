import { Inject, Injectable } from '@nestjs/common';
import { type Localized, notFound } from '#wasl/kernel';
import { Database } from '#wasl/platform';

/** An active service centre. */
export interface Centre {
  id: string;
  key: string;
  name: Localized;
  address: Localized;
  /** prefix of its call-up numbers */
  letter: string;
  /** null: open around the clock */
  calendar: string | null;
  /** active queues, in order */
  queues: { id: string; key: string }[];
}

const SELECT = `
SELECT c.id, c.key, json_build_object('ar', c.name_ar, 'en', c.name_en) AS name,
       json_build_object('ar', c.address_ar, 'en', c.address_en) AS address, c.letter, c.calendar,
       coalesce((SELECT json_agg(json_build_object('id', q.id, 'key', q.key) ORDER BY cq.position)
                   FROM centre_queue cq JOIN queue q ON q.id = cq.queue_id AND q.active
                  WHERE cq.centre_id = c.id), '[]') AS queues
  FROM centre c WHERE c.active`;

/** Reads the service centres. Not cached, because visits are few. */
@Injectable()
export class Centres {
  constructor(@Inject(Database) private readonly database: Database) {}

  list(): Promise<Centre[]> {
    return this.database.query<Centre>(`${SELECT} ORDER BY c.key`);
  }

  /** @throws not_found `centre.not_found`, also when it is retired */
  async byKey(key: string): Promise<Centre> {
    const [row] = await this.database.query<Centre>(`${SELECT} AND c.key = $1`, [key]);
    if (!row) throw notFound('centre.not_found');
    return row;
  }
}
