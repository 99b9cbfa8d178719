import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#wasl/kernel';
import { Database, UnitOfWork } from '#wasl/platform';
import { noteUser } from './note-user.js';

const FAILURES = 10;
const WINDOW_MINUTES = 15;

/** Counts wrong passwords by what they were tried on; after ten in a quarter of an hour nothing is tried for as long. */
@Injectable()
export class SignInFailures {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
  ) {}

  /** @throws too_many `rate.limited` */
  async refuse(subject: string): Promise<void> {
    const [blocked] = await this.database.query(
      'SELECT 1 FROM sign_in_failure WHERE subject = $1 AND blocked_until > now()',
      [subject],
    );
    if (blocked) throw new DomainError('too_many', 'rate.limited');
  }

  /** Counted and noted whether the account exists or not, so that the time of the answer is the same. */
  async record(subject: string, staffId: string | null): Promise<void> {
    await this.work.run(async (tx) => {
      tx.send(
        `INSERT INTO sign_in_failure AS f (subject, failures, first_at) VALUES ($1, 1, now())
         ON CONFLICT (subject) DO UPDATE SET
           failures = CASE WHEN f.first_at < now() - $3 * interval '1 minute' THEN 1 ELSE f.failures + 1 END,
           first_at = CASE WHEN f.first_at < now() - $3 * interval '1 minute' THEN now() ELSE f.first_at END,
           blocked_until = CASE WHEN f.failures + 1 >= $2 AND f.first_at >= now() - $3 * interval '1 minute'
                                THEN now() + $3 * interval '1 minute' END`,
        [subject, FAILURES, WINDOW_MINUTES],
      );
      noteUser(tx, 'session.failed', null, staffId);
    });
  }
}
