import { Inject, Injectable } from '@nestjs/common';
import type { AuditDetail } from '#wasl/contracts';
import { DomainError } from '#wasl/kernel';
import { AttemptBudgets, type Reservation, UnitOfWork } from '#wasl/platform';
import {
  providerBudgets,
  reauthenticationBudgets,
  type SignInCaller,
  signInBudgets,
} from './domain/sign-in-budgets.js';
import { auditUserAction } from './audit-user-action.js';

/** Result of an attempt: refused by a budget, wrong, or right. */
export type AttemptResult<T> =
  | { outcome: 'right'; value: T; reservation: Reservation }
  | { outcome: 'wrong' }
  | { outcome: 'refused'; retryAfterSeconds: number };

/** Attempts at the secrets of staff: each is counted before anything is hashed or compared. */
@Injectable()
export class SignInAttempts {
  constructor(
    @Inject(AttemptBudgets) private readonly budgets: AttemptBudgets,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** `check` returns null for a wrong password. The caller must give the same response for *wrong* and *refused*. */
  tryPassword<T>(caller: SignInCaller, check: () => Promise<T | null>): Promise<AttemptResult<T>> {
    return this.try(signInBudgets(caller, 'password'), caller, check);
  }

  /**
   * The same for the second factor, with five attempts. A stranger who knows the password cannot exhaust the attempts
   * of a known device or network.
   * @returns null when it is wrong
   * @throws too_many `rate.limited` when there are no tries left
   */
  async trySecondStep<T>(
    caller: SignInCaller,
    check: () => Promise<T | null>,
  ): Promise<{ value: T; reservation: Reservation } | null> {
    const tried = await this.try(signInBudgets(caller, 'second_step'), caller, check);
    if (tried.outcome === 'refused') throw tooMany(tried.retryAfterSeconds);
    return tried.outcome === 'right' ? tried : null;
  }

  /** Confirms the owner's password within an open session. @throws too_many `rate.limited` */
  async tryReauthentication(
    owner: { id: string; sessionId: string },
    check: () => Promise<boolean>,
  ): Promise<boolean> {
    const tried = await this.try(
      reauthenticationBudgets(owner.id, owner.sessionId),
      { staffId: owner.id },
      async () => ((await check()) ? true : null),
    );
    if (tried.outcome === 'refused') throw tooMany(tried.retryAfterSeconds);
    if (tried.outcome === 'right') await this.budgets.succeed(tried.reservation);
    return tried.outcome === 'right';
  }

  /**
   * An answer that a browser brings back from an identity provider. It is counted against its source alone, because
   * nobody can try many answers for one account: each needs a state that we gave.
   * @throws what `check` throws, which is recorded as a failed attempt unless nothing could be checked; too_many
   */
  async tryProvider<T>(
    from: Pick<SignInCaller, 'source' | 'browser'>,
    check: (knownAs: (staffId: string) => void) => Promise<T>,
  ): Promise<{ value: T; reservation: Reservation }> {
    const reserved = await this.budgets.reserve(providerBudgets(from.source));
    if (!reserved.granted) throw tooMany(reserved.retryAfterSeconds);
    let staffId: string | null = null;
    try {
      return { value: await check((id) => (staffId = id)), reservation: reserved };
    } catch (error) {
      const isRefusal = error instanceof DomainError && error.kind !== 'unavailable';
      if (!isRefusal) {
        await this.budgets.refund(reserved);
        throw error;
      }
      await this.unitOfWork.run(async (tx) =>
        auditUserAction(tx, 'session.failed', null, staffId, {
          ...originOf(from),
          by: 'oidc',
          reason: error.params.reason ?? error.code,
        }),
      );
      throw error;
    }
  }

  /** Gives the charge of {@link tryProvider} back when nothing else does. */
  succeed(reservation: Reservation): Promise<void> {
    return this.budgets.succeed(reservation);
  }

  private async try<T>(
    budgets: Parameters<AttemptBudgets['reserve']>[0],
    caller: Pick<SignInCaller, 'staffId'> & Partial<SignInCaller>,
    check: () => Promise<T | null>,
  ): Promise<AttemptResult<T>> {
    const reserved = await this.budgets.reserve(budgets);
    if (!reserved.granted) return { outcome: 'refused', retryAfterSeconds: reserved.retryAfterSeconds };
    const value = await this.checkOrRefund(reserved, check);
    if (value !== null) return { outcome: 'right', value, reservation: reserved };
    // Recorded whether the account exists or not, so that the response time is the same.
    await this.unitOfWork.run(async (tx) =>
      auditUserAction(tx, 'session.failed', null, caller.staffId, originOf(caller)),
    );
    return { outcome: 'wrong' };
  }

  /** Refunds the attempt when the check could not be made (overload, database error). */
  private async checkOrRefund<T>(
    reservation: Reservation,
    check: () => Promise<T | null>,
  ): Promise<T | null> {
    try {
      return await check();
    } catch (error) {
      await this.budgets.refund(reservation);
      throw error;
    }
  }
}

/** Origin of an attempt for the audit trail; contains nothing that was typed. */
const originOf = ({ source, browser, deviceId }: Partial<SignInCaller>): AuditDetail => ({
  address: source ?? null,
  browser: browser ?? null,
  isKnownDevice: source === undefined || Boolean(deviceId),
});

const tooMany = (retryAfter: number) => new DomainError('too_many', 'rate.limited', { retryAfter });
