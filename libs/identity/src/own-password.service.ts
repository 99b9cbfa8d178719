import { Inject, Injectable } from '@nestjs/common';
import { invalidField } from '#wasl/kernel';
import { Database, type Principal, UnitOfWork } from '#wasl/platform';
import { auditUserAction } from './audit-user-action.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { endSessions, rotateSession } from './sessions.service.js';
import { requireAcceptablePassword } from './staff-links.service.js';

/** Checks and changes the password of the signed-in person. */
@Injectable()
export class OwnPassword {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
  ) {}

  /**
   * Re-authenticates the person in an open session; attempts are limited as at sign-in.
   * @throws invalid at `path`; too_many
   */
  async verify(owner: Principal, path: string, password: string): Promise<void> {
    const isRight = await this.attempts.tryReauthentication(owner, async () => {
      const [staff] = await this.database.query<{ hash: string | null }>(
        'SELECT password_hash AS hash FROM staff WHERE id = $1',
        [owner.id],
      );
      return passwordMatches(staff?.hash ?? null, password);
    });
    if (!isRight) throw invalidField(path, 'wrong');
  }

  /**
   * Ends all other sessions and forgets their devices; the current session gets a new secret.
   * @returns that secret; null for a token
   * @throws invalid at `current` or `next`; too_many
   */
  async change(owner: Principal, current: string, next: string): Promise<string | null> {
    await this.verify(owner, 'current', current);
    requireAcceptablePassword('next', next, [owner.email, owner.name]);
    const hash = await hashPassword(next);
    return this.unitOfWork.run(async (tx) => {
      tx.send('UPDATE staff SET password_hash = $2, version = version + 1 WHERE id = $1', [owner.id, hash]);
      await endSessions(tx, owner.id, owner.sessionId);
      tx.send('DELETE FROM staff_link WHERE staff_id = $1', [owner.id]);
      auditUserAction(tx, 'password.changed', owner.id, owner.id);
      return rotateSession(tx, owner.sessionId);
    });
  }
}
