import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { unauthorized, uuidv7 } from '#wasl/kernel';
import { AttemptBudgets, Database, type Reservation, type Tx, UnitOfWork } from '#wasl/platform';
import { credentialHash, newCredential } from './credential-tokens.js';
import type { SignInCaller } from './domain/sign-in-budgets.js';
import { KnownDevices, type SignInFrom } from './known-devices.js';
import { noteUser } from './note-user.js';
import { OneTimeCodes } from './one-time-codes.service.js';
import { passwordMatches } from './passwords.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** A working day and a half: nobody is signed out in the middle of a shift. */
export const SESSION_HOURS = 12;
/** No refusal comes sooner, so that one that hashed nothing takes as long as one that did. */
const REFUSAL_MS = 300;

interface Account {
  id: string;
  passwordHash: string | null;
  otp: boolean;
}

export interface StartedSession {
  token: string;
  sessionId: string;
  staffId: string;
  /** cookie by which the device is known from now on */
  device: string;
  /** the browser's earlier session, which this one replaces */
  replaced: { sessionId: string; staffId: string; lastOne: boolean } | null;
}

/** Starts and ends sessions. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(AttemptBudgets) private readonly budgets: AttemptBudgets,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
    @Inject(KnownDevices) private readonly devices: KnownDevices,
    @Inject(OneTimeCodes) private readonly codes: OneTimeCodes,
  ) {}

  /**
   * @param otp the one-time code, or a recovery code, of an account that asks for one
   * @throws unauthorized `session.wrong` whatever was wrong, also when there are no tries left, after the same time;
   * `session.otp_required` when all that is missing is the code; too_many when there are no tries left at codes
   */
  async start(email: string, password: string, from: SignInFrom, otp?: string): Promise<StartedSession> {
    const began = performance.now();
    const { staff, caller } = await this.find(email.trim().toLowerCase(), from);
    const tried = await this.attempts.tryPassword(caller, async () =>
      (await passwordMatches(staff?.passwordHash ?? null, password)) ? (staff ?? null) : null,
    );
    if (tried.outcome !== 'right') return refuse(began);
    await this.budgets.succeed(tried.reservation);
    if (!tried.value.otp) return this.open(tried.value.id, from, caller);
    if (!otp) throw unauthorized('session.otp_required');
    const code = await this.attempts.trySecondStep(caller, () => this.codes.tryOne(tried.value.id, otp));
    if (!code) return refuse(began);
    return this.open(tried.value.id, from, caller, code);
  }

  /** @returns whether it was the last session of its owner */
  async end(sessionId: string): Promise<{ lastOne: boolean }> {
    return this.work.run(async (tx) => {
      const [row] = await tx.query<{ staffId: string; others: boolean }>(
        `WITH ended AS (DELETE FROM staff_session WHERE id = $1 RETURNING staff_id)
         SELECT staff_id AS "staffId", EXISTS (SELECT 1 FROM staff_session s
                 WHERE s.staff_id = ended.staff_id AND s.id <> $1 AND s.expires_at > now()) AS others FROM ended`,
        [sessionId],
      );
      if (!row) return { lastOne: false };
      noteUser(tx, 'session.ended', row.staffId, row.staffId);
      return { lastOne: !row.others };
    });
  }

  private async find(subject: string, from: SignInFrom) {
    const [staff] = await this.database.query<Account & { deviceId: string | null; isKnownNetwork: boolean }>(
      `SELECT s.id, s.password_hash AS "passwordHash", o.confirmed_at IS NOT NULL AS otp, d.id AS "deviceId",
              EXISTS (SELECT 1 FROM staff_network n WHERE n.staff_id = s.id AND n.source_hash = $3) AS "isKnownNetwork"
         FROM staff s LEFT JOIN staff_otp o ON o.staff_id = s.id
         LEFT JOIN staff_device d ON d.staff_id = s.id AND d.token_hash = $2 AND d.expires_at > now()
        WHERE s.email = $1 AND s.disabled_at IS NULL`,
      [subject, this.devices.hashOf(from), this.devices.networkHashOf(from)],
    );
    const caller: SignInCaller = {
      subject,
      source: from.source,
      browser: from.browser,
      staffId: staff?.id ?? null,
      deviceId: staff?.deviceId ?? null,
      isKnownNetwork: staff?.isKnownNetwork ?? false,
    };
    return { staff, caller };
  }

  private async open(
    staffId: string,
    from: SignInFrom,
    caller: SignInCaller,
    code?: { value: (tx: Tx) => Promise<boolean>; reservation: Reservation },
  ): Promise<StartedSession> {
    const token = newCredential();
    const sessionId = uuidv7();
    const opened = await this.work.run(async (tx) => {
      if (code && !(await code.value(tx))) return null;
      if (code) await this.budgets.succeed(code.reservation, tx);
      const replaced = await this.replace(tx, from);
      const { cookie, deviceId } = await this.devices.remember(tx, staffId, from);
      tx.send(
        `INSERT INTO staff_session (token_hash, id, staff_id, expires_at, device_id, network, browser)
         VALUES ($1, $2, $3, now() + $4 * interval '1 hour', $5, $6, $7)`,
        [credentialHash(token), sessionId, staffId, SESSION_HOURS, deviceId, from.network, from.browser],
      );
      noteUser(tx, 'session.started', staffId, staffId, {
        address: from.source,
        network: from.network,
        browser: from.browser,
        deviceId,
        isNewDevice: caller.deviceId === null,
        isNewNetwork: !caller.isKnownNetwork,
      });
      return { device: cookie, replaced };
    });
    // Another call has used the same code a moment ago.
    if (!opened) throw unauthorized('session.wrong');
    return { token, sessionId, staffId, ...opened };
  }

  /** A browser has one session: what it held before is worth nothing to whoever has a copy of it. */
  private async replace(tx: Tx, { sessionCookie }: SignInFrom): Promise<StartedSession['replaced']> {
    if (!sessionCookie) return null;
    const [row] = await tx.query<{ sessionId: string; staffId: string; lastOne: boolean }>(
      `WITH ended AS (DELETE FROM staff_session WHERE token_hash = $1 RETURNING id, staff_id)
       SELECT id AS "sessionId", staff_id AS "staffId", NOT EXISTS (SELECT 1 FROM staff_session s
               WHERE s.staff_id = ended.staff_id AND s.id <> ended.id AND s.expires_at > now()) AS "lastOne" FROM ended`,
      [credentialHash(sessionCookie)],
    );
    if (row) noteUser(tx, 'session.ended', row.staffId, row.staffId);
    return row ?? null;
  }
}

async function refuse(began: number): Promise<never> {
  await delay(Math.max(0, began + REFUSAL_MS - performance.now()));
  throw unauthorized('session.wrong');
}
