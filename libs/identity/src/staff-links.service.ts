import { Inject, Injectable } from '@nestjs/common';
import type { AuditDetail } from '#wasl/contracts';
import { addMs, invalidField, isUiLanguage, notFound, type UiLanguage, uuidv7 } from '#wasl/kernel';
import {
  credentialHash,
  apiUrl,
  Database,
  Keys,
  SecretGuessLimiter,
  SETTINGS,
  type RuntimeSettings,
  type Tx,
  UnitOfWork,
} from '#wasl/platform';
import { mayUsePassword } from './domain/may-use-password.js';
import { passwordFault } from './domain/password-rules.js';
import { KnownDevices, type SignInOrigin } from './known-devices.js';
import { auditUserAction } from './audit-user-action.js';
import { hashPassword } from './passwords.js';
import { endSessions } from './sessions.service.js';

export interface Invitation {
  /** opens the page where its owner sets a password; shown once */
  url: string;
  expiresAt: string;
}

export type LinkPurpose = 'invitation' | 'reset';

const HOURS: Record<LinkPurpose, number> = { invitation: 7 * 24, reset: 1 };
/** Reset mails per account and hour. */
const MAX_RESETS_PER_HOUR = 3;
const HOUR_MS = 3_600_000;

/** The console page that a link opens. The token is in the URL fragment, so that it appears in no server log. */
const pageOf = (settings: RuntimeSettings, token: string) => `${apiUrl(settings)}/set-password#${token}`;

/** Derived from the link id, so that a queued mail contains no secret; stored only as a hash. */
const tokenOf = (keys: Keys, linkId: string) => keys.sign('staff-link', linkId).toString('base64url');

/** Links for setting a password: after an invitation, or when it was forgotten. */
@Injectable()
export class StaffLinks {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(SecretGuessLimiter) private readonly guesses: SecretGuessLimiter,
    @Inject(KnownDevices) private readonly devices: KnownDevices,
  ) {}

  /** Creates a link for an enabled account; earlier links become invalid. @throws not_found `staff.not_found` */
  async invite(staffId: string, byId: string): Promise<Invitation> {
    return this.unitOfWork.run((tx) => this.make(tx, staffId, byId));
  }

  /** @internal the same within a transaction; `byId` is null for a link made at the machine */
  async make(tx: Tx, staffId: string, byId: string | null, detail: AuditDetail = {}): Promise<Invitation> {
    const [staff] = await tx.query<{ joined: boolean }>(
      'SELECT password_hash IS NOT NULL AS joined FROM staff WHERE id = $1 AND disabled_at IS NULL FOR UPDATE',
      [staffId],
    );
    if (!staff) throw notFound('staff.not_found');
    const purpose: LinkPurpose = staff.joined ? 'reset' : 'invitation';
    const id = uuidv7();
    const expiresAt = addMs(tx.now, HOURS[purpose] * HOUR_MS);
    tx.send('DELETE FROM staff_link WHERE staff_id = $1', [staffId]);
    tx.send(
      `INSERT INTO staff_link (id, token_hash, staff_id, purpose, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, credentialHash(tokenOf(this.keys, id)), staffId, purpose, tx.now, expiresAt],
    );
    auditUserAction(tx, 'user.invited', byId, staffId, { purpose, ...detail });
    return { url: pageOf(this.settings, tokenOf(this.keys, id)), expiresAt: expiresAt.toISOString() };
  }

  /**
   * The URL of a link, for its mail. The link may have been signed with an earlier key of SECRET_KEY. For a used or
   * replaced link the URL is invalid.
   */
  async urlOf(linkId: string): Promise<string> {
    const [link] = await this.database.query<{ hash: Buffer }>(
      'SELECT token_hash AS hash FROM staff_link WHERE id = $1',
      [linkId],
    );
    const tokens = this.keys.signatures('staff-link', linkId).map((mac) => mac.toString('base64url'));
    const token = tokens.find((one) => link && credentialHash(one).equals(link.hash));
    return pageOf(this.settings, token ?? tokens[0]!);
  }

  /**
   * Requests a password reset: the link is sent to the address of the account. The same work is done whether the
   * account exists or not, so that nothing is revealed. Without password sign-in there is no link.
   */
  async requestReset(email: string): Promise<void> {
    const address = email.trim().toLowerCase();
    await this.unitOfWork.run(async (tx) => {
      const id = uuidv7();
      // Counted under a lock, so that concurrent calls cannot exceed the limit.
      tx.send('SELECT pg_advisory_xact_lock(hashtextextended($1, 7247))', [address]);
      const [made] = await tx.query<{ staffId: string }>(
        `INSERT INTO staff_link (id, token_hash, staff_id, purpose, created_at, expires_at)
         SELECT $1, $2, s.id, 'reset', $4, $5 FROM staff s
          WHERE s.email = $3 AND s.disabled_at IS NULL
            AND $7 AND (SELECT count(*) FROM staff_link l WHERE l.staff_id = s.id AND l.purpose = 'reset'
                    AND l.created_at > $4::timestamptz - interval '1 hour') < $6
         RETURNING staff_id AS "staffId"`,
        [
          id,
          credentialHash(tokenOf(this.keys, id)),
          address,
          tx.now,
          addMs(tx.now, HOURS.reset * HOUR_MS),
          MAX_RESETS_PER_HOUR,
          mayUsePassword(this.settings, address),
        ],
      );
      tx.emit('password.reset_asked', { linkId: id });
      auditUserAction(tx, 'password.reset_asked', null, made?.staffId ?? null);
    });
  }

  /** The account that a link belongs to. @throws not_found `link.gone`; too_many when the source has guessed too often */
  async find(
    token: string,
    source: string,
  ): Promise<{ name: string; email: string; language: UiLanguage; purpose: LinkPurpose }> {
    const row = await this.guesses.check('staff-link', source, token, async () => {
      const [found] = await this.database.query<{
        name: string;
        email: string;
        language: string;
        purpose: LinkPurpose;
      }>(`SELECT s.name, s.email, s.language, l.purpose ${OPEN_LINK}`, [credentialHash(token)]);
      return found ?? null;
    });
    if (!row) throw notFound('link.gone');
    return { ...row, language: isUiLanguage(row.language) ? row.language : 'en' };
  }

  /**
   * Sets the password, consumes the link, ends all open sessions and forgets their devices. The current device becomes
   * a known one, so that the owner of the mailbox is not locked out by guessers.
   * @returns the account, and the device cookie
   * @throws not_found `link.gone`; invalid at `password`
   */
  async setPassword(
    token: string,
    password: string,
    from: SignInOrigin,
  ): Promise<{ staffId: string; device: string }> {
    const { email, name } = await this.find(token, from.source);
    requireAcceptablePassword('password', password, [email, name]);
    const hash = await hashPassword(password);
    return this.unitOfWork.run(async (tx) => {
      const [used] = await tx.query<{ staffId: string; purpose: LinkPurpose }>(
        `DELETE FROM staff_link WHERE token_hash = $1 AND expires_at > now()
            AND EXISTS (SELECT 1 FROM staff s WHERE s.id = staff_id AND s.disabled_at IS NULL)
         RETURNING staff_id AS "staffId", purpose`,
        [credentialHash(token)],
      );
      if (!used) throw notFound('link.gone');
      const { staffId, purpose } = used;
      tx.send('UPDATE staff SET password_hash = $2, version = version + 1 WHERE id = $1', [staffId, hash]);
      tx.send('DELETE FROM staff_link WHERE staff_id = $1', [staffId]);
      await endSessions(tx, staffId, null);
      auditUserAction(tx, purpose === 'invitation' ? 'user.joined' : 'password.reset', staffId, staffId);
      const { cookie } = await this.devices.remember(tx, staffId, from);
      return { staffId, device: cookie };
    });
  }
}

const OPEN_LINK = `FROM staff_link l JOIN staff s ON s.id = l.staff_id
  WHERE l.token_hash = $1 AND l.expires_at > now() AND s.disabled_at IS NULL`;

/** @throws invalid at `path` */
export function requireAcceptablePassword(path: string, password: string, known: string[]): void {
  const fault = passwordFault(password, known);
  if (fault) throw invalidField(path, fault);
}
