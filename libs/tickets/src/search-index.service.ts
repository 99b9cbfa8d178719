import { Inject, Injectable } from '@nestjs/common';
import { toSearchText } from '#wasl/kernel';
import type { DomainEvent } from '#wasl/contracts';
import { Database, OnEvent } from '#wasl/platform';

/** Longer texts do not improve search. */
const MAX_TEXT_LENGTH = 20_000;

/**
 * Writes the words by which tickets are found. A job does it after the ticket is written: a full-text index is the most
 * expensive part of a write, and search may lag slightly.
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
      [rows.map((row) => row.id), rows.map((row) => toSearchText(row.text.slice(0, MAX_TEXT_LENGTH)))],
    );
  }
}
