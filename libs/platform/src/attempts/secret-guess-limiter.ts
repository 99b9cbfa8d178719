import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#wasl/kernel';
import { AttemptBudgets } from './attempt-budgets.js';
import type { Budget, BudgetPolicy } from './domain/attempt-budget.js';

/**
 * Wrong secrets per source. Generous enough for a misconfigured program that retries all day, far too few for guessing.
 */
const POLICY: BudgetPolicy = { free: 30, delaysSeconds: [60, 300], forgetSeconds: 3 * 3_600 };
const CONFIRMED_MS = 60_000;
const MAX_CONFIRMED = 10_000;

/**
 * Limits guessing of long secrets used by programs and links: tokens, keys, webhook URLs. Each attempt is counted
 * against its source before the lookup. A secret that was right within the last minute is not counted, so that a busy
 * program needs no extra statement.
 */
@Injectable()
export class SecretGuessLimiter {
  private readonly confirmed = new Map<string, number>();

  constructor(@Inject(AttemptBudgets) private readonly budgets: AttemptBudgets) {}

  /**
   * @param find gives null for a wrong secret
   * @throws too_many `rate.limited` when the source has tried too many wrong ones
   */
  async check<T>(
    kind: string,
    source: string,
    secret: string,
    find: () => Promise<T | null>,
  ): Promise<T | null> {
    const key = createHash('sha256')
      .update(JSON.stringify([kind, source, secret]))
      .digest('base64');
    if (this.isConfirmed(key)) {
      const found = await find();
      if (found !== null) return found;
      this.confirmed.delete(key);
    }
    return this.checkCharged(kind, source, key, find);
  }

  private async checkCharged<T>(kind: string, source: string, key: string, find: () => Promise<T | null>) {
    const budget: Budget = { key: [`secret-${kind}`, source], policy: POLICY, onSuccess: 'refund' };
    const reserved = await this.budgets.reserve([budget]);
    if (!reserved.granted)
      throw new DomainError('too_many', 'rate.limited', { retryAfter: reserved.retryAfterSeconds });
    const found = await find().catch(async (error: unknown) => {
      // A failed lookup does not mean that the secret was wrong.
      await this.budgets.refund(reserved);
      throw error;
    });
    if (found === null) return null;
    await this.budgets.succeed(reserved);
    if (this.confirmed.size >= MAX_CONFIRMED) this.confirmed.clear();
    this.confirmed.set(key, Date.now());
    return found;
  }

  private isConfirmed(key: string): boolean {
    return Date.now() - (this.confirmed.get(key) ?? 0) < CONFIRMED_MS;
  }
}
