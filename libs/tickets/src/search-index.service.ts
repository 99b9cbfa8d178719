import { Inject, Injectable } from '@nestjs/common';
import { searchText } from '#wasl/kernel';
import type { DomainEvent } from '#wasl/contracts';
import { Database, OnEvent } from '#wasl/platform';

/** More text than this adds nothing to finding a ticket. */
const LONGEST = 20_000;

/**
 * Keeps the words by which tickets are found. Written after the ticket, by a job: an index over text is the dearest
 * part of a write, and a search may lag behind by a moment.
 */
@Injectable()
export class SearchIndex {
  constructor(@Inject(Database) private readonly database: Database) {}

  @OnEvent(['ticket.created', 'message.added'], { as: 'job', queue: 'search', concurrency: 2 })
  async indexEvents(events: DomainEvent<'ticket.created' | 'message.added'>[]): Promise<void> {
    await this.index([...new Set(events.map(({ data }) => data.ticketId))]);
  }

  /** Writes the words of these tickets anew; doing it twice changes nothing. */
  async index(ticketIds: string[]): Promise<void> {
    const rows = await this.database.query<{ id: string; text: string }>(
      `SELECT t.id, concat_ws(' ', t.subject, t.description, t.address, array_to_string(t.tags, ' '), r.name,
              (SELECT string_agg(body, ' ' ORDER BY id) FROM message m WHERE m.ticket_id = t.id)) AS text
         FROM ticket t JOIN requester r ON r.id = t.requester_id WHERE t.id = ANY($1::bigint[])`,
      [ticketIds],
    );
    if (rows.length === 0) return;
    await this.database.query(
      `INSERT INTO ticket_search (ticket_id, words)
       SELECT id, to_tsvector('simple', text) FROM unnest($1::bigint[], $2::text[]) AS t (id, text) ORDER BY id
       ON CONFLICT (ticket_id) DO UPDATE SET words = excluded.words`,
      [rows.map((row) => row.id), rows.map((row) => searchText(row.text.slice(0, LONGEST)))],
    );
  }
}
