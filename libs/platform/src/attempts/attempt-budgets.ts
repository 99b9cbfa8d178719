import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { Keys } from '../secrets/keys.js';
import { type Budget, delaySchedule } from './domain/attempt-budget.js';

/** An attempt that was counted before the secret was compared or hashed. */
export interface Reservation {
  granted: true;
  charges: { key: string; tries: number; onSuccess: Budget['onSuccess'] }[];
}

export type ReserveResult = Reservation | { granted: false; retryAfterSeconds: number };

/** Maximum number of budgets that one attempt is counted against. */
const MAX_BUDGETS = 3;

/**
 * Counts attempts at guessable secrets in PostgreSQL, across all processes. One statement counts the attempt before the
 * secret is checked, so that concurrent calls cannot exceed the budget.
 */
@Injectable()
export class AttemptBudgets {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  /**
   * Counts one attempt against all budgets, in order. When an earlier budget refuses, the later ones are not charged,
   * so that a blocked source cannot use up the attempts of an account.
   */
  async reserve(budgets: readonly Budget[]): Promise<ReserveResult> {
    if (budgets.length === 0 || budgets.length > MAX_BUDGETS)
      throw new Error(`an attempt is charged to 1 to ${MAX_BUDGETS} budgets`);
    const keys = budgets.map((budget) => this.keyOf(budget.key));
    const values = budgets.flatMap(({ policy, ownerId }, at) => [
      keys[at],
      ownerId ?? null,
      delaySchedule(policy),
      policy.forgetSeconds,
    ]);
    const [row] = await this.database.query<Record<string, number | null>>(
      STATEMENTS[budgets.length - 1]!,
      values,
    );
    const charges = budgets.flatMap(({ onSuccess }, at) => {
      const tries = row![`tries${at}`];
      return tries == null ? [] : [{ key: keys[at]!, tries, onSuccess }];
    });
    if (charges.length === budgets.length) return { granted: true, charges };
    const refusing = budgets[charges.length]!;
    return { granted: false, retryAfterSeconds: row!.wait ?? refusing.policy.delaysSeconds[0] };
  }

  /** Called when the secret was right. Joins the caller's transaction when one is given. */
  async succeed({ charges }: Reservation, within?: Pick<Tx, 'send'>): Promise<void> {
    const of = (onSuccess: Budget['onSuccess']) => charges.filter((charge) => charge.onSuccess === onSuccess);
    const cleared = of('clear').map(({ key }) => key);
    if (cleared.length > 0)
      await this.run('DELETE FROM attempt_budget WHERE key = ANY($1::text[])', [cleared], within);
    await this.refundCharges(of('refund'), within);
  }

  /** Undoes a charge when the secret could not be checked (for example because the server was too busy). */
  async refund({ charges }: Reservation): Promise<void> {
    await this.refundCharges(charges);
  }

  /** Clears all budgets of an account. @returns whether any existed */
  async clearOwner(tx: Tx, ownerId: string): Promise<boolean> {
    const rows = await tx.query('DELETE FROM attempt_budget WHERE owner_id = $1 RETURNING 1', [ownerId]);
    return rows.length > 0;
  }

  private async refundCharges(charges: Reservation['charges'], within?: Pick<Tx, 'send'>): Promise<void> {
    if (charges.length === 0) return;
    await this.run(
      // The last granted attempt found the budget ready, so undoing it makes the budget ready again.
      `UPDATE attempt_budget b SET tries = greatest(b.tries - 1, 0),
              ready_at = CASE WHEN b.tries = c.tries THEN '-infinity' ELSE b.ready_at END
         FROM unnest($1::text[], $2::int[]) AS c(key, tries) WHERE b.key = c.key`,
      [charges.map(({ key }) => key), charges.map(({ tries }) => tries)],
      within,
    );
  }

  private async run(text: string, values: unknown[], within?: Pick<Tx, 'send'>): Promise<void> {
    if (within) within.send(text, values);
    else await this.database.query(text, values);
  }

  /** Keys are stored as HMACs, so the table holds no addresses or names. */
  private keyOf([kind, ...parts]: Budget['key']): string {
    return `${kind}:${this.keys.sign('attempt', JSON.stringify(parts)).toString('base64url').slice(0, 22)}`;
  }
}

/** The CTE for one budget. `now()` is the same for all CTEs, and the row lock serialises concurrent attempts. */
function charge(at: number): string {
  const [key, owner, delays, forget] = [1, 2, 3, 4].map((offset) => `$${at * 4 + offset}`);
  const delayAfter = (tries: string) =>
    `CASE WHEN (${delays}::int[])[least(${tries}, cardinality(${delays}::int[]))] = 0 THEN '-infinity'
          ELSE now() + (${delays}::int[])[least(${tries}, cardinality(${delays}::int[]))] * interval '1 second' END`;
  const next = 'CASE WHEN b.forget_at <= now() THEN 1 ELSE b.tries + 1 END';
  return `charge${at} AS (
    INSERT INTO attempt_budget AS b (key, owner_id, tries, ready_at, forget_at)
    SELECT ${key}, ${owner}::uuid, 1, ${delayAfter('1')}, now() + ${forget}::int * interval '1 second'
    ${at === 0 ? '' : `FROM charge${at - 1}`}
    ON CONFLICT (key) DO UPDATE SET owner_id = excluded.owner_id, tries = ${next},
      ready_at = ${delayAfter(next)}, forget_at = excluded.forget_at
    WHERE b.ready_at <= now() RETURNING tries)`;
}

const STATEMENTS = Array.from({ length: MAX_BUDGETS }, (_, last) => {
  const all = Array.from({ length: last + 1 }, (_, at) => at);
  return `WITH ${all.map(charge).join(', ')}
    SELECT ${all.map((at) => `(SELECT tries FROM charge${at}) AS tries${at}`).join(', ')},
           (SELECT ceil(extract(epoch FROM max(ready_at) - now()))::int FROM attempt_budget
             WHERE key IN (${all.map((at) => `$${at * 4 + 1}`).join(', ')}) AND ready_at > now()) AS wait`;
});
