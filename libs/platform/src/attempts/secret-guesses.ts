import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#wasl/kernel';
import { AttemptBudgets } from './attempt-budgets.js';
import type { Budget, BudgetPolicy } from './domain/attempt-budget.js';

/** Wrong secrets of one source. A program with a wrong secret repeats it all day; a guesser gets nowhere with these. */
const POLICY: BudgetPolicy = { free: 30, delaysSeconds: [60, 300], forgetSeconds: 3 * 3_600 };
const CONFIRMED_MS = 60_000;
const MOST_CONFIRMED = 10_000;

/**
 * Long secrets that programs and links carry: tokens, keys, addresses of webhooks. Each try is charged to its source
 * before it is looked up. A secret that was right a moment ago is not charged, so that a busy program costs nothing.
 */
@Injectable()
export class SecretGuesses {
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
    return this.charged(kind, source, key, find);
  }

  private async charged<T>(kind: string, source: string, key: string, find: () => Promise<T | null>) {
    const budget: Budget = { key: [`secret-${kind}`, source], policy: POLICY, onSuccess: 'refund' };
    const reserved = await this.budgets.reserve([budget]);
    if (!reserved.granted)
      throw new DomainError('too_many', 'rate.limited', { retryAfter: reserved.retryAfterSeconds });
    const found = await find().catch(async (error: unknown) => {
      // A database that is away says nothing of the secret.
      await this.budgets.refund(reserved);
      throw error;
    });
    if (found === null) return null;
    await this.budgets.succeed(reserved);
    if (this.confirmed.size >= MOST_CONFIRMED) this.confirmed.clear();
    this.confirmed.set(key, Date.now());
    return found;
  }

  private isConfirmed(key: string): boolean {
    return Date.now() - (this.confirmed.get(key) ?? 0) < CONFIRMED_MS;
  }
}
