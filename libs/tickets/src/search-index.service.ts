import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile, phoneForms } from '#wasl/country';
import { Database, OnEvent } from '#wasl/platform';
import { identifyingAddressSql } from '#wasl/requesters';
import { searchTokens, tokensAsVector } from './domain/search-terms.js';
import { formatTicketNumber } from './domain/ticket-number.js';

/** Longer texts do not improve search. */
const MAX_TEXT_LENGTH = 20_000;

type Indexed = 'ticket.created' | 'message.added' | 'ticket.contact_changed';

/**
 * Writes the tokens by which tickets are found. A job does it after the ticket is written: a full-text index is the most
 * expensive part of a write, and search may lag slightly.
 */
@Injectable()
export class SearchIndex {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  @OnEvent(['ticket.created', 'message.added', 'ticket.contact_changed'], {
    as: 'job',
    queue: 'search',
    concurrency: 2,
  })
  async indexEvents(events: DomainEvent<Indexed>[]): Promise<void> {
    await this.index([...new Set(events.map(({ data }) => data.ticketId))]);
  }

  /** Writes the tokens of these tickets anew; doing it twice changes nothing. */
  async index(ticketIds: string[]): Promise<void> {
    const rows = await this.database.query<{ id: string; number: string; text: string }>(TEXTS, [ticketIds]);
    if (rows.length === 0) return;
    await this.database.query(
      `INSERT INTO ticket_search (ticket_id, words)
       SELECT id, tokens::tsvector FROM unnest($1::bigint[], $2::text[]) AS t (id, tokens) ORDER BY id
       ON CONFLICT (ticket_id) DO UPDATE SET words = excluded.words`,
      [rows.map((row) => row.id), rows.map((row) => this.tokens(row))],
    );
  }

  private tokens({ number, text }: { number: string; text: string }): string {
    // Its first eight digits look like a telephone number, which is only found as a whole.
    const whole = `${formatTicketNumber(number)}, ${number.slice(0, 8)}, ${text}`.slice(0, MAX_TEXT_LENGTH);
    return tokensAsVector(searchTokens(whole, (phone) => phoneForms(phone, this.country)));
  }
}

/** Addresses first, because long texts are cut. One line each: neighbouring numbers are not one number. */
const TEXTS = `
SELECT t.id, t.number, concat_ws(E'\\n',
         (SELECT string_agg(value, ', ') FROM ticket_contact WHERE ticket_id = t.id AND state <> 'refused'),
         (SELECT string_agg(value, ', ') FROM requester_address a
           WHERE a.requester_id = t.requester_id AND ${identifyingAddressSql('a')}),
         r.name, t.subject, t.description, t.address, array_to_string(t.tags, ' '),
         (SELECT string_agg(body, ' ' ORDER BY id) FROM message m WHERE m.ticket_id = t.id)) AS text
  FROM ticket t JOIN requester r ON r.id = t.requester_id WHERE t.id = ANY($1::bigint[])`;
