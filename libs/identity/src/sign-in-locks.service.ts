import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '#wasl/kernel';
import { AttemptBudgets, Database, UnitOfWork } from '#wasl/platform';
import { auditUserAction } from './audit-user-action.js';

/** An account with an exhausted budget. */
export interface SignInLock {
  staffId: string;
  name: string;
  email: string;
  /** who is locked out: strangers, a known network or device, or an open session (desk) */
  from: ('stranger' | 'network' | 'device' | 'desk')[];
  until: string;
}

/** Lists and clears locked accounts. */
@Injectable()
export class SignInLocks {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AttemptBudgets) private readonly budgets: AttemptBudgets,
  ) {}

  async list(): Promise<SignInLock[]> {
    const rows = await this.database.query<Omit<SignInLock, 'until'> & { until: Date }>(
      // The first part of a key says what it counts: password-stranger, second_step-device, desk.
      `SELECT s.id AS "staffId", s.name, s.email, max(b.ready_at) AS until,
              array_agg(DISTINCT regexp_replace(split_part(b.key, ':', 1), '^.*-', '')) AS "from"
         FROM attempt_budget b JOIN staff s ON s.id = b.owner_id
        WHERE b.ready_at > now() AND s.disabled_at IS NULL
        GROUP BY s.id ORDER BY max(b.ready_at) DESC, s.id LIMIT 200`,
    );
    return rows.map((row) => ({ ...row, until: row.until.toISOString() }));
  }

  /** @throws not_found `lock.not_found` when the account has no budget to clear */
  async clear(staffId: string, byId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.budgets.clearOwner(tx, staffId))) throw notFound('lock.not_found');
      auditUserAction(tx, 'user.unlocked', byId, staffId);
    });
  }
}
