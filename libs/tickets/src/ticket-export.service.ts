import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { Catalogue } from '#wasl/directory';
import { conflict } from '#wasl/kernel';
import { Database, Semaphore, SETTINGS, type Settings } from '#wasl/platform';
import { type Caller, TicketAccess } from './access/ticket-access.service.js';
import { matchingTickets, type TicketFilter } from './matching-tickets.js';
import { ticketViewSelect, type TicketView, type TicketViewRow, toTicketView } from './ticket-view.js';

/** Rows in memory at a time. */
const BATCH = 100;
/** How long a reader may pause; after it PostgreSQL ends the transaction and with it the export. */
const PAUSE_MS = 120_000;
/** Exports hold a connection for minutes; this share of them is left to everything else. */
const SHARE_OF_POOL = 1 / 4;
const WAIT_MS = 10_000;

export interface ExportedTickets {
  count: number;
  batches: AsyncIterable<TicketView[]>;
}

/** Reads all tickets of a filter on one snapshot, a batch at a time. */
@Injectable()
export class TicketExport {
  private readonly semaphore: Semaphore;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TicketAccess) private readonly access: TicketAccess,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(SETTINGS) { DATABASE_POOL }: Settings,
  ) {
    this.semaphore = new Semaphore(Math.max(1, Math.floor(DATABASE_POOL * SHARE_OF_POOL)), WAIT_MS, 20);
  }

  /**
   * @param write reads the batches as fast as it can write them; when it fails, reading ends
   * @throws conflict when the same person has an export running, in whichever process
   */
  async run(
    filter: TicketFilter,
    caller: Caller,
    write: (tickets: ExportedTickets) => Promise<void>,
  ): Promise<void> {
    const scope = await this.access.scopeOf(caller);
    const { conditions, values, ascending } = await matchingTickets(
      filter,
      this.catalogue,
      this.country,
      scope,
    );
    const matching = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
    const chosen = `(SELECT t.* FROM ticket t ${matching}) AS t`;
    const select = `${ticketViewSelect(chosen)} ORDER BY t.id ${ascending ? 'ASC' : 'DESC'}`;
    await this.semaphore.run(() =>
      this.database.readInSnapshot(async (query) => {
        // Both end with the transaction, also when this process is killed.
        const [lock] = await query<{ taken: boolean }>(
          `SELECT pg_try_advisory_xact_lock(hashtextextended('ticket.export:' || $1, 0)) AS taken,
                  set_config('idle_in_transaction_session_timeout', $2, true)`,
          [caller.id, String(PAUSE_MS)],
        );
        if (!lock!.taken) throw conflict('export.running');
        const [counted] = await query<{ count: number }>(
          `SELECT count(*)::int AS count FROM ticket t ${matching}`,
          values,
        );
        await query(`DECLARE exported NO SCROLL CURSOR FOR ${select}`, values);
        await write({ count: counted!.count, batches: fetched(query) });
      }),
    );
  }
}

async function* fetched(query: Database['query']): AsyncGenerator<TicketView[]> {
  for (;;) {
    const rows = await query<TicketViewRow>(`FETCH ${BATCH} FROM exported`);
    if (rows.length > 0) yield rows.map(toTicketView);
    if (rows.length < BATCH) return;
  }
}
