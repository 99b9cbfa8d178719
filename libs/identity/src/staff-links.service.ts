import { Inject, Injectable } from '@nestjs/common';
import { addMs, invalidField, isUiLanguage, notFound, type UiLanguage, uuidv7 } from '#wasl/kernel';
import {
  apiUrl,
  Database,
  Keys,
  SecretGuesses,
  SETTINGS,
  type RunningSettings,
  type Tx,
  UnitOfWork,
} from '#wasl/platform';
import { credentialHash } from './credential-tokens.js';
import { passwordFault } from './domain/password-rules.js';
import { KnownDevices, type SignInFrom } from './known-devices.js';
import { noteUser } from './note-user.js';
import { hashPassword } from './passwords.js';
import { endSessions } from './sessions.service.js';

export interface Invitation {
  /** opens the page where its owner sets a password; shown once */
  url: string;
  expiresAt: string;
}

export type LinkPurpose = 'invitation' | 'reset';

const HOURS: Record<LinkPurpose, number> = { invitation: 7 * 24, reset: 1 };
/** Mails with a link to one account in an hour. */
const RESETS_AN_HOUR = 3;
const HOUR_MS = 3_600_000;

/** The page of the console that a link opens. What opens it stands behind #, and so in no log of a server. */
const pageOf = (settings: RunningSettings, token: string) => `${apiUrl(settings)}/set-password#${token}`;

/** Made from the link's id, so that a mail that waits to be sent holds no secret; stored only as its hash. */
const tokenOf = (keys: Keys, linkId: string) => keys.sign('staff-link', linkId).toString('base64url');

/** Links with which people set their password: after an invitation, or when they forgot it. */
@Injectable()
export class StaffLinks {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(SETTINGS) private readonly settings: RunningSettings,
    @Inject(SecretGuesses) private readonly guesses: SecretGuesses,
    @Inject(KnownDevices) private readonly devices: KnownDevices,
  ) {}

  /** A link for somebody who is not disabled; those made before open nothing. @throws not_found `staff.not_found` */
  async invite(staffId: string, byId: string): Promise<Invitation> {
    return this.work.run((tx) => this.make(tx, staffId, byId));
  }

  /** @internal the same within a transaction */
  async make(tx: Tx, staffId: string, byId: string): Promise<Invitation> {
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
    noteUser(tx, 'user.invited', byId, staffId, { purpose });
    return { url: pageOf(this.settings, tokenOf(this.keys, id)), expiresAt: expiresAt.toISOString() };
  }

  /**
   * The address that a mail with this link shows. The link may have been made with an earlier key of SECRET_KEY. Of one
   * that was used or replaced, an address that opens nothing.
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
   * Somebody forgot their password: the link goes to the account's own address. The same work is done whether there is
   * such an account or not, and nothing is said.
   */
  async askReset(email: string): Promise<void> {
    const address = email.trim().toLowerCase();
    await this.work.run(async (tx) => {
      const id = uuidv7();
      // Counted under a lock, so that any number of calls at once send no more.
      tx.send('SELECT pg_advisory_xact_lock(hashtextextended($1, 7247))', [address]);
      const [made] = await tx.query<{ staffId: string }>(
        `INSERT INTO staff_link (id, token_hash, staff_id, purpose, created_at, expires_at)
         SELECT $1, $2, s.id, 'reset', $4, $5 FROM staff s
          WHERE s.email = $3 AND s.disabled_at IS NULL
            AND (SELECT count(*) FROM staff_link l WHERE l.staff_id = s.id AND l.purpose = 'reset'
                    AND l.created_at > $4::timestamptz - interval '1 hour') < $6
         RETURNING staff_id AS "staffId"`,
        [
          id,
          credentialHash(tokenOf(this.keys, id)),
          address,
          tx.now,
          addMs(tx.now, HOURS.reset * HOUR_MS),
          RESETS_AN_HOUR,
        ],
      );
      tx.emit('password.reset_asked', { linkId: id });
      noteUser(tx, 'password.reset_asked', null, made?.staffId ?? null);
    });
  }

  /** Whom a link is for. @throws not_found `link.gone`; too_many when the source has tried too many */
  async look(
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
   * Sets the password; the link is used up, every session that was open ends, and their devices are forgotten. The
   * device at hand is known from now on: whoever has the mailbox is not shut out by those who guess.
   * @returns whose it was, and the device's cookie
   * @throws not_found `link.gone`; invalid at `password`
   */
  async setPassword(
    token: string,
    password: string,
    from: SignInFrom,
  ): Promise<{ staffId: string; device: string }> {
    const { email, name } = await this.look(token, from.source);
    requireGoodPassword('password', password, [email, name]);
    const hash = await hashPassword(password);
    return this.work.run(async (tx) => {
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
      noteUser(tx, purpose === 'invitation' ? 'user.joined' : 'password.reset', staffId, staffId);
      const { cookie } = await this.devices.remember(tx, staffId, from);
      return { staffId, device: cookie };
    });
  }
}

const OPEN_LINK = `FROM staff_link l JOIN staff s ON s.id = l.staff_id
  WHERE l.token_hash = $1 AND l.expires_at > now() AND s.disabled_at IS NULL`;

/** @throws invalid at `path` */
export function requireGoodPassword(path: string, password: string, known: string[]): void {
  const fault = passwordFault(password, known);
  if (fault) throw invalidField(path, fault);
}
