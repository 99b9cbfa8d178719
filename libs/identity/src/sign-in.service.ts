import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { forbidden, unauthorized } from '#wasl/kernel';
import { AttemptBudgets, type RuntimeSettings, SETTINGS, UnitOfWork } from '#wasl/platform';
import { mayUsePassword } from './domain/may-use-password.js';
import type { SignInCaller } from './domain/sign-in-budgets.js';
import type { SignInOrigin } from './known-devices.js';
import { auditUserAction } from './audit-user-action.js';
import { passwordMatches } from './passwords.js';
import { type VerifiedCode, SecondFactors } from './second-factor/second-factors.service.js';
import { type Account, SessionStarter, type StartedSession } from './session-starter.service.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Minimum time of a refusal, so that refusals with and without hashing take equally long. */
const REFUSAL_MS = 300;

/** Starts sessions by password, and ends sessions of any kind. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AttemptBudgets) private readonly budgets: AttemptBudgets,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
    @Inject(SessionStarter) private readonly sessions: SessionStarter,
    @Inject(SecondFactors) private readonly factors: SecondFactors,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /**
   * @param otp the one-time code, or a recovery code, of an account with a second factor
   * @throws unauthorized `session.wrong` for any wrong input and for exhausted attempts, with the same response time;
   * `session.otp_required`, `session.passkey_required` or `session.otp_or_passkey_required` when only the second factor
   * is missing; forbidden `session.password_off` where staff sign in through an identity provider; too_many when attempts at codes are exhausted
   */
  async start(email: string, password: string, from: SignInOrigin, otp?: string): Promise<StartedSession> {
    const began = performance.now();
    const { account, caller } = await this.checkPassword(email, password, from, began);
    const code = hasSecondFactor(account) ? await this.checkCode(account, caller, otp) : undefined;
    const started = code === null ? null : await this.sessions.open(account.id, from, caller, code);
    return started ?? refuse(began);
  }

  /** @returns the id of the account @throws unauthorized `session.wrong` as {@link start} does */
  async requirePassword(email: string, password: string, from: SignInOrigin): Promise<string> {
    const { account } = await this.checkPassword(email, password, from, performance.now());
    return account.id;
  }

  /** @returns whether it was the last session of its owner */
  async end(sessionId: string): Promise<{ lastOne: boolean }> {
    return this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query<{ staffId: string; others: boolean }>(
        `WITH ended AS (DELETE FROM staff_session WHERE id = $1 RETURNING staff_id)
         SELECT staff_id AS "staffId", EXISTS (SELECT 1 FROM staff_session s
                 WHERE s.staff_id = ended.staff_id AND s.id <> $1 AND s.expires_at > now()) AS others FROM ended`,
        [sessionId],
      );
      if (!row) return { lastOne: false };
      auditUserAction(tx, 'session.ended', row.staffId, row.staffId);
      return { lastOne: !row.others };
    });
  }

  private async checkPassword(email: string, password: string, from: SignInOrigin, began: number) {
    // The same for every other address, whether it has an account or not, and before anything is counted or hashed.
    if (!mayUsePassword(this.settings, email.trim().toLowerCase())) throw forbidden('session.password_off');
    const { account, caller } = await this.sessions.byEmail(email, from);
    const tried = await this.attempts.tryPassword(caller, async () =>
      (await passwordMatches(account?.passwordHash ?? null, password)) ? account : null,
    );
    if (tried.outcome !== 'right') return refuse(began);
    await this.budgets.succeed(tried.reservation);
    return { account: tried.value, caller };
  }

  /** @returns null when it is wrong */
  private async checkCode(account: Account, caller: SignInCaller, otp?: string) {
    if (!otp) throw unauthorized(missingStep(account));
    const tried = await this.attempts.trySecondStep<VerifiedCode>(caller, () =>
      this.factors.checkCode(account.id, otp),
    );
    return tried && { ...tried.value, reservation: tried.reservation };
  }
}

export const hasSecondFactor = ({ totp, passkey }: Account): boolean => totp || passkey;

/** The code that asks for the second factor that an account has. */
export function missingStep({ totp, passkey }: Account): string {
  if (totp && passkey) return 'session.otp_or_passkey_required';
  return totp ? 'session.otp_required' : 'session.passkey_required';
}

async function refuse(began: number): Promise<never> {
  await delay(Math.max(0, began + REFUSAL_MS - performance.now()));
  throw unauthorized('session.wrong');
}
