import { Inject, Injectable } from '@nestjs/common';
import { invalidField } from '#wasl/kernel';
import { Database, type Principal, UnitOfWork } from '#wasl/platform';
import { noteUser } from './note-user.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { endSessions, rotateSession } from './sessions.service.js';
import { requireGoodPassword } from './staff-links.service.js';

/** What the owner of an account does with its password. */
@Injectable()
export class OwnPassword {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
  ) {}

  /**
   * Whoever sits down at an unlocked desk does not know the password; tries are limited as at signing in.
   * @throws invalid at `path`; too_many
   */
  async require(owner: Principal, path: string, password: string): Promise<void> {
    const isRight = await this.attempts.tryAtDesk(owner, async () => {
      const [staff] = await this.database.query<{ hash: string | null }>(
        'SELECT password_hash AS hash FROM staff WHERE id = $1',
        [owner.id],
      );
      return passwordMatches(staff?.hash ?? null, password);
    });
    if (!isRight) throw invalidField(path, 'wrong');
  }

  /**
   * Ends all sessions but the owner's present one, which gets a new secret, and forgets their devices.
   * @returns that secret; null for a program
   * @throws invalid at `current` or `next`; too_many
   */
  async change(owner: Principal, current: string, next: string): Promise<string | null> {
    await this.require(owner, 'current', current);
    requireGoodPassword('next', next, [owner.email, owner.name]);
    const hash = await hashPassword(next);
    return this.work.run(async (tx) => {
      tx.send('UPDATE staff SET password_hash = $2, version = version + 1 WHERE id = $1', [owner.id, hash]);
      await endSessions(tx, owner.id, owner.sessionId);
      tx.send('DELETE FROM staff_link WHERE staff_id = $1', [owner.id]);
      noteUser(tx, 'password.changed', owner.id, owner.id);
      return rotateSession(tx, owner.sessionId);
    });
  }
}
