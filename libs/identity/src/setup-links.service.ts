import { Inject, Injectable } from '@nestjs/common';
import { addMs, notFound, type UiLanguage, uuidv7 } from '#wasl/kernel';
import {
  credentialHash,
  newCredential,
  apiUrl,
  Database,
  SecretGuessLimiter,
  SETTINGS,
  type RuntimeSettings,
  type Tx,
  UnitOfWork,
} from '#wasl/platform';
import { auditUserAction } from './audit-user-action.js';
import { KnownDevices, type SignInOrigin } from './known-devices.js';
import { hashPassword } from './passwords.js';
import { type Invitation, requireAcceptablePassword } from './staff-links.service.js';
import { ADMINISTRATOR_DEFAULTS, writeStaff } from './write-staff.js';

export interface FirstAdministrator {
  name: string;
  email: string;
  language: UiLanguage;
  password: string;
}

const VALID_HOURS = 24;

/**
 * The one-time link that makes the first administrator. It exists, and is good for anything, only while there is no
 * member of staff. Who may run a command on the machine may make it.
 */
@Injectable()
export class SetupLinks {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SecretGuessLimiter) private readonly guesses: SecretGuessLimiter,
    @Inject(KnownDevices) private readonly devices: KnownDevices,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** Makes a link; an earlier one becomes invalid. @returns null when there is staff already */
  make(): Promise<Invitation | null> {
    const token = newCredential();
    return this.unitOfWork.run(async (tx) => {
      if (!(await lockWithoutStaff(tx))) return null;
      const expiresAt = addMs(tx.now, VALID_HOURS * 3_600_000);
      tx.send('DELETE FROM staff_setup_link');
      tx.send('INSERT INTO staff_setup_link (token_hash, created_at, expires_at) VALUES ($1, $2, $3)', [
        credentialHash(token),
        tx.now,
        expiresAt,
      ]);
      tx.emit('audit.noted', {
        actorId: null,
        action: 'setup.link_made',
        targetKind: 'setting',
        targetId: 'setup',
        detail: { origin: 'machine' },
      });
      // The token is in the URL fragment, so that it appears in no server log.
      return { url: `${apiUrl(this.settings)}/setup#${token}`, expiresAt: expiresAt.toISOString() };
    });
  }

  /** @throws not_found `link.gone`; too_many when the source has guessed too often */
  async check(token: string, source: string): Promise<void> {
    const found = await this.guesses.check('setup-link', source, token, async () => {
      const [link] = await this.database.query(
        `SELECT 1 FROM staff_setup_link WHERE token_hash = $1 AND expires_at > now()
            AND NOT EXISTS (SELECT 1 FROM staff)`,
        [credentialHash(token)],
      );
      return link ?? null;
    });
    if (!found) throw notFound('link.gone');
  }

  /**
   * Makes the first administrator and consumes the link.
   * @returns the account, and the device cookie
   * @throws as {@link check}; invalid at `password`
   */
  async use(
    token: string,
    person: FirstAdministrator,
    from: SignInOrigin,
  ): Promise<{ staffId: string; device: string }> {
    await this.check(token, from.source);
    const { name, language, password } = person;
    const email = person.email.trim().toLowerCase();
    requireAcceptablePassword('password', password, [email, name]);
    const hash = await hashPassword(password);
    return this.unitOfWork.run(async (tx) => {
      const isFirst = await lockWithoutStaff(tx);
      const used = await tx.query(
        'DELETE FROM staff_setup_link WHERE token_hash = $1 AND expires_at > now() RETURNING 1',
        [credentialHash(token)],
      );
      if (!isFirst || used.length === 0) throw notFound('link.gone');
      const staffId = uuidv7();
      writeStaff(tx, staffId, { ...ADMINISTRATOR_DEFAULTS, name, email, language });
      tx.send('UPDATE staff SET password_hash = $2 WHERE id = $1', [staffId, hash]);
      const detail = { role: 'administrator', origin: 'setup_link', address: from.source };
      auditUserAction(tx, 'user.created', staffId, staffId, detail);
      auditUserAction(tx, 'user.joined', staffId, staffId);
      const { cookie } = await this.devices.remember(tx, staffId, from);
      return { staffId, device: cookie };
    });
  }
}

/** Serialises everything that depends on there being no staff. */
async function lockWithoutStaff(tx: Tx): Promise<boolean> {
  await tx.query('SELECT pg_advisory_xact_lock(7248)');
  const [row] = await tx.query<{ none: boolean }>('SELECT NOT EXISTS (SELECT 1 FROM staff) AS none');
  return row!.none;
}
