import { Inject, Injectable, Logger } from '@nestjs/common';
import { uuidv7 } from '#wasl/kernel';
import {
  credentialHash,
  newCredential,
  AttemptBudgets,
  Database,
  type Reservation,
  type RuntimeSettings,
  SETTINGS,
  type Tx,
  UnitOfWork,
} from '#wasl/platform';
import type { SignInCaller } from './domain/sign-in-budgets.js';
import { KnownDevices, type SignInOrigin } from './known-devices.js';
import { auditUserAction } from './audit-user-action.js';
import { hasFactor, lockFactors } from './second-factor/factors.js';

/** Longer than a shift, so that nobody is signed out in the middle of one. */
export const SESSION_HOURS = 12;

/** An account that can be signed in to. */
export interface Account {
  id: string;
  email: string;
  passwordHash: string | null;
  totp: boolean;
  passkey: boolean;
}

export interface StartedSession {
  token: string;
  sessionId: string;
  staffId: string;
  /** new cookie of the device */
  device: string;
  /** the browser's earlier session, which this one replaces */
  replaced: { sessionId: string; staffId: string; lastOne: boolean } | null;
}

/** A verified second factor, which is consumed when the session is opened. */
export interface VerifiedFactor {
  factor: 'passkey' | 'totp' | 'recovery_code' | 'oidc';
  use: (tx: Tx) => Promise<boolean>;
  reservation: Reservation;
}

/** The account of a provider that a session is opened by. */
export interface OpenedBy {
  identityId: string;
  /** the provider's session */
  sid: string | null;
  /** when the person last proved who they are; null: not known */
  confirmedAt: Date | null;
}

type Row = Account & { deviceId: string | null; isKnownNetwork: boolean };

/** Identifies the caller of a sign-in attempt and opens the session after success, for all sign-in methods. */
@Injectable()
export class SessionStarter {
  private readonly logger = new Logger('SignIn');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AttemptBudgets) private readonly budgets: AttemptBudgets,
    @Inject(KnownDevices) private readonly devices: KnownDevices,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  async byEmail(
    email: string,
    from: SignInOrigin,
  ): Promise<{ account: Account | null; caller: SignInCaller }> {
    const subject = email.trim().toLowerCase();
    const row = await this.find('s.email = $1', subject, from);
    return { account: row ?? null, caller: callerOf(subject, row, from) };
  }

  async byId(
    staffId: string,
    from: SignInOrigin,
  ): Promise<{ account: Account | null; caller: SignInCaller }> {
    const row = await this.find('s.id = $1', staffId, from);
    return { account: row ?? null, caller: callerOf(row?.email ?? staffId, row, from) };
  }

  /** Attempts with a passkey count against its owner; attempts with an unknown passkey against its id. */
  async callerByPasskey(credentialId: string, from: SignInOrigin): Promise<SignInCaller> {
    const condition = 's.id = (SELECT p.staff_id FROM staff_passkey p WHERE p.credential_id = $1)';
    const row = await this.find(condition, Buffer.from(credentialId, 'base64url'), from);
    return callerOf(row?.email ?? `passkey ${credentialId}`, row, from);
  }

  /**
   * @param openedBy the provider's account; without it the session was opened by password or passkey
   * @returns null when a concurrent call has consumed the factor, or has added one to the account
   */
  async open(
    staffId: string,
    from: SignInOrigin,
    caller: SignInCaller,
    proven?: VerifiedFactor,
    openedBy?: OpenedBy,
  ): Promise<StartedSession | null> {
    const token = newCredential();
    const sessionId = uuidv7();
    const opened = await this.unitOfWork.run(async (tx) => {
      const factors = await lockFactors(tx, staffId, this.settings.DEMO);
      if (proven ? !(await proven.use(tx)) : hasFactor(factors)) return null;
      if (proven) await this.budgets.succeed(proven.reservation, tx);
      const replaced = await this.replace(tx, from);
      const { cookie, deviceId } = await this.devices.remember(tx, staffId, from);
      tx.send(
        `INSERT INTO staff_session (token_hash, id, staff_id, expires_at, device_id, network, browser, second_factor,
           identity_id, oidc_sid, confirmed_at)
         VALUES ($1, $2, $3, now() + $4 * interval '1 hour', $5, $6, $7, $8, $9, $10,
           CASE WHEN $9::uuid IS NULL THEN now() ELSE least(coalesce($11::timestamptz, '-infinity'), now()) END)`,
        [
          credentialHash(token),
          sessionId,
          staffId,
          SESSION_HOURS,
          deviceId,
          from.network,
          from.browser,
          proven?.factor ?? null,
          openedBy?.identityId ?? null,
          openedBy?.sid ?? null,
          openedBy?.confirmedAt ?? null,
        ],
      );
      auditUserAction(tx, 'session.started', staffId, staffId, {
        address: from.source,
        network: from.network,
        browser: from.browser,
        deviceId,
        isNewDevice: caller.deviceId === null,
        isNewNetwork: !caller.isKnownNetwork,
        secondFactor: proven?.factor ?? null,
        ...(openedBy && { by: 'oidc' }),
      });
      // Without password sign-in only one account can be signed in to in another way.
      if (!openedBy && !this.settings.PASSWORD_SIGN_IN) this.noteBreakGlass(tx, staffId, from);
      return { device: cookie, replaced };
    });
    return opened && { token, sessionId, staffId, ...opened };
  }

  private noteBreakGlass(tx: Tx, staffId: string, from: SignInOrigin): void {
    auditUserAction(tx, 'session.break_glass', staffId, staffId, { address: from.source });
    tx.emit('account.break_glass_used', { staffId });
    this.logger.warn('the break-glass account was signed in to');
  }

  private async find(
    condition: string,
    value: string | Buffer,
    from: SignInOrigin,
  ): Promise<Row | undefined> {
    const [row] = await this.database.query<Row>(
      `SELECT s.id, s.email, s.password_hash AS "passwordHash", d.id AS "deviceId",
              EXISTS (SELECT 1 FROM staff_otp o WHERE o.staff_id = s.id AND o.confirmed_at IS NOT NULL) AS totp,
              EXISTS (SELECT 1 FROM staff_passkey p WHERE p.staff_id = s.id) AS passkey,
              EXISTS (SELECT 1 FROM staff_network n WHERE n.staff_id = s.id AND n.source_hash = $3) AS "isKnownNetwork"
         FROM staff s
         LEFT JOIN staff_device d ON d.staff_id = s.id AND d.token_hash = $2 AND d.expires_at > now()
        WHERE ${condition} AND s.disabled_at IS NULL`,
      [value, this.devices.hashOf(from), this.devices.networkHashOf(from)],
    );
    return row;
  }

  /** A browser has one session: the previous one ends, so that a copy of its cookie becomes useless. */
  private async replace(tx: Tx, { sessionCookie }: SignInOrigin): Promise<StartedSession['replaced']> {
    if (!sessionCookie) return null;
    const [row] = await tx.query<{ sessionId: string; staffId: string; lastOne: boolean }>(
      `WITH ended AS (DELETE FROM staff_session WHERE token_hash = $1 RETURNING id, staff_id)
       SELECT id AS "sessionId", staff_id AS "staffId", NOT EXISTS (SELECT 1 FROM staff_session s
               WHERE s.staff_id = ended.staff_id AND s.id <> ended.id AND s.expires_at > now()) AS "lastOne" FROM ended`,
      [credentialHash(sessionCookie)],
    );
    if (row) auditUserAction(tx, 'session.ended', row.staffId, row.staffId);
    return row ?? null;
  }
}

function callerOf(subject: string, row: Row | undefined, from: SignInOrigin): SignInCaller {
  return {
    subject,
    source: from.source,
    browser: from.browser,
    staffId: row?.id ?? null,
    deviceId: row?.deviceId ?? null,
    isKnownNetwork: row?.isKnownNetwork ?? false,
  };
}
