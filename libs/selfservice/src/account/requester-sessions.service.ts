import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from '#wasl/kernel';
import { credentialHash, Database, newCredential, PeriodicTask, type Tx } from '#wasl/platform';
import { type Address, isOnePersonSql, verifiedAddresses } from '#wasl/requesters';

/** Phones and computers are shared: whoever is away for so long signs in again. */
const IDLE_MINUTES = 30;
export const REQUESTER_SESSION_HOURS = 8;

/** A requester who is signed in. */
export interface SignedInRequester {
  sessionId: string;
  /** whose record it is; null when nothing belongs to their address yet */
  requesterId: string | null;
  name: string | null;
  /** proved to be theirs */
  addresses: Address[];
  by: 'code' | 'provider';
}

interface Row {
  sessionId: string;
  requesterId: string | null;
  name: string | null;
  kind: Address['kind'] | null;
  value: string | null;
  quiet: boolean;
}

const ALIVE = `s.expires_at > now() AND s.last_seen_at > now() - ${IDLE_MINUTES} * interval '1 minute'`;

/** Sessions of requesters on the portal, ended by sign-out, by inactivity or by age. Only a hash of each is stored. */
@Injectable()
export class RequesterSessions {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns the secret of the browser's cookie */
  open(tx: Tx, who: { accountId: string } | { address: Address }): string {
    const secret = newCredential();
    const address = 'address' in who ? who.address : null;
    tx.send(
      `INSERT INTO requester_session (id, token_hash, account_id, kind, value, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $6, $6::timestamptz + ${REQUESTER_SESSION_HOURS} * interval '1 hour')`,
      [
        uuidv7(),
        credentialHash(secret),
        'accountId' in who ? who.accountId : null,
        address?.kind ?? null,
        address?.value ?? null,
        tx.now,
      ],
    );
    return secret;
  }

  /** @returns null when it has ended */
  async find(secret: string): Promise<SignedInRequester | null> {
    const [row] = await this.database.query<Row>(
      `SELECT s.id AS "sessionId", r.id AS "requesterId", r.name, s.kind, s.value,
              s.last_seen_at < now() - interval '1 minute' AS quiet
         FROM requester_session s
         LEFT JOIN requester_account u ON u.id = s.account_id
         LEFT JOIN requester_address a ON a.kind = s.kind AND a.value = s.value AND a.state = 'verified'
          AND ${isOnePersonSql('a.requester_id')}
         LEFT JOIN requester r ON r.id = coalesce(u.requester_id, a.requester_id)
        WHERE s.token_hash = $1 AND ${ALIVE}`,
      [credentialHash(secret)],
    );
    if (!row) return null;
    const { sessionId, requesterId, name, kind, value } = row;
    if (row.quiet)
      await this.database.query('UPDATE requester_session SET last_seen_at = now() WHERE id = $1', [
        sessionId,
      ]);
    const proved = kind && value !== null ? [{ kind, value }] : [];
    const addresses = requesterId ? await verifiedAddresses(this.database, requesterId) : proved;
    return { sessionId, requesterId, name, addresses, by: kind ? 'code' : 'provider' };
  }

  async end(secret: string): Promise<void> {
    await this.database.query('DELETE FROM requester_session WHERE token_hash = $1', [
      credentialHash(secret),
    ]);
  }

  @PeriodicTask({ name: 'remove-requester-sessions', everyMs: 60_000 })
  async removeOld(): Promise<void> {
    await this.database.query(`DELETE FROM requester_session s WHERE NOT (${ALIVE})`);
    await this.database.query('DELETE FROM requester_code WHERE expires_at < now()');
    await this.database.query('DELETE FROM requester_sign_in WHERE expires_at < now()');
  }
}
