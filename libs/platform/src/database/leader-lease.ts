import { setTimeout as pause } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import type { Tx } from './tx.js';

/** How long a leader that does not renew its lease leads. */
export const LEASE_MS = 5_000;
/** Transactions that are ended need a moment to go, and candidates stand in each other's way. */
const TRIES = 5;
const PAUSE_MS = 50;

/** A lease is over when its time is, or when it ends so late that the database's clock must have been set back. */
const SEE = `
SELECT epoch,
       expires_at <= clock_timestamp() OR expires_at > clock_timestamp() + 2 * $3 * interval '1 millisecond' AS expired,
       pg_try_advisory_lock($2::int, epoch) AS gone
  FROM leader WHERE name = $1`;
/**
 * The locks are taken with the row: nobody sees the new epoch without its lock, and no candidate can hang in between. One
 * that gets no row may have got locks, which it gives back.
 */
const TAKE = `
UPDATE leader SET epoch = epoch + 1, holder = $4, taken_at = clock_timestamp(),
                  expires_at = clock_timestamp() + $5 * interval '1 millisecond'
 WHERE name = $1 AND epoch = $3 AND pg_try_advisory_lock($2::int, $3 + 1)
   AND pg_try_advisory_lock($6::int, $3) AND pg_try_advisory_lock_shared($2::bigint)
RETURNING epoch`;
const RENEW = `
UPDATE leader SET expires_at = clock_timestamp() + $3 * interval '1 millisecond' WHERE name = $1 AND epoch = $2`;
const FENCED = `
SELECT pg_try_advisory_xact_lock_shared($1::int, $2::int)
       AND EXISTS (SELECT FROM leader WHERE name = $3 AND epoch = $2) AS leads`;
const END_FENCED = `
SELECT pg_terminate_backend(pid) FROM pg_locks
 WHERE locktype = 'advisory' AND classid = $1::int AND objid = $2 AND objsubid = 2 AND mode = 'ShareLock'
   AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid <> pg_backend_pid()`;

/**
 * The lease of one kind of leader: a row with an epoch that grows with every leadership, and two advisory locks for each
 * epoch. The session of the leader holds the first, so that it is seen at once when it ends. Fenced transactions share
 * the second, which a successor takes alone before it takes the row: none of them commits after that.
 */
export class LeaderLease {
  private readonly fenceLock: number;

  constructor(
    private readonly name: string,
    /** as a key of its own, it is what versions before leases held while they led: shared, it keeps them out */
    private readonly lock: number,
    private readonly holder: string,
  ) {
    this.fenceLock = lock + 1;
  }

  /** @returns the epoch of the leadership that begins, if the one before has ended; then the session must be kept */
  async take(client: ClientBase): Promise<number | undefined> {
    await client.query('INSERT INTO leader (name) VALUES ($1) ON CONFLICT DO NOTHING', [this.name]);
    const seen = await client.query<{ epoch: number; expired: boolean; gone: boolean }>(SEE, [
      this.name,
      this.lock,
      LEASE_MS,
    ]);
    const { epoch, expired, gone } = seen.rows[0]!;
    if (!expired && !gone) return undefined;
    for (let tries = 0; tries < TRIES; tries++) {
      // It hangs: what it had begun would have to be waited for.
      if (expired) await client.query(END_FENCED, [this.fenceLock, epoch]);
      const taken = await client.query<{ epoch: number }>(TAKE, [
        this.name,
        this.lock,
        epoch,
        this.holder,
        LEASE_MS,
        this.fenceLock,
      ]);
      if (taken.rows[0]) return taken.rows[0].epoch;
      await client.query('SELECT pg_advisory_unlock_all()');
      await pause(PAUSE_MS);
    }
    return undefined;
  }

  /** @returns whether the lease is still held */
  async renew(client: ClientBase, epoch: number): Promise<boolean> {
    const { rowCount } = await client.query(RENEW, [this.name, epoch, LEASE_MS]);
    return rowCount === 1;
  }

  /** @returns whether the epoch leads, and will until the transaction has ended */
  async fence(tx: Tx, epoch: number): Promise<boolean> {
    const [row] = await tx.query<{ leads: boolean }>(FENCED, [this.fenceLock, epoch, this.name]);
    return row!.leads;
  }
}
