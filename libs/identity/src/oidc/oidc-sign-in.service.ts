import { Inject, Injectable } from '@nestjs/common';
import { notFound, unauthorized } from '#wasl/kernel';
import { type Principal, type Reservation, UnitOfWork } from '#wasl/platform';
import { confirmSession } from '../second-factor/confirm-identity.service.js';
import { SessionStarter, type StartedSession } from '../session-starter.service.js';
import { SignInAttempts } from '../sign-in-attempts.js';
import { hasSecondFactor, missingStep } from '../sign-in.service.js';
import type { SignInOrigin } from '../known-devices.js';
import { type ProviderAccount, readClaims } from './domain/read-claims.js';
import { IdentityLinks, type LinkedStaff, type NewStaffDefaults } from './identity-links.service.js';
import { OidcProvider } from './oidc-provider.service.js';
import { type BegunSignIn, OidcStates } from './oidc-states.service.js';

/** The browser's way back. */
export interface ProviderAnswer {
  /** the query of the callback as it came */
  query: string;
  state: string;
  /** secret of the browser's cookie; empty without one */
  holder: string;
}

/** What follows from a callback. Sockets of `endedSessions` are to be closed. */
export interface FinishedSignIn {
  /** null when the person only confirmed who they are in an open session */
  started: StartedSession | null;
  endedSessions: string[];
  hasNewStaff: boolean;
}

/** Clocks of the provider and ours may differ by so much. */
const TOLERANCE_MS = 60_000;

/** Signs staff in by the authorization code flow of OpenID Connect, with PKCE, state and nonce. */
@Injectable()
export class OidcSignIn {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(OidcProvider) private readonly provider: OidcProvider,
    @Inject(OidcStates) private readonly states: OidcStates,
    @Inject(IdentityLinks) private readonly links: IdentityLinks,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
    @Inject(SessionStarter) private readonly sessions: SessionStarter,
  ) {}

  /**
   * @param confirming an open session whose owner must prove again who they are
   * @returns the address of the provider's sign-in page @throws not_found; unavailable `oidc.unavailable`
   */
  async begin(holder: string, returnTo: string, confirming: Principal | null): Promise<string> {
    if (!this.provider.isConfigured) throw notFound('route.not_found');
    const checks = await this.states.begin(holder, returnTo, confirming?.sessionId ?? null);
    return this.provider.authorizationUrl(checks, confirming !== null);
  }

  /**
   * @param knownPath told where the browser goes afterwards, also when the person is refused
   * @throws unauthorized `oidc.state`, `oidc.denied`, `oidc.failed`, `oidc.not_confirmed`; forbidden
   * `oidc.unknown_user`, `oidc.no_role`; unauthorized `session.otp_required` and its like when the account's own second
   * factor is missing; too_many; unavailable
   */
  async finish(
    answer: ProviderAnswer,
    from: SignInOrigin,
    current: Principal | null,
    defaults: NewStaffDefaults,
    knownPath: (returnTo: string) => void,
  ): Promise<FinishedSignIn> {
    if (!this.provider.isConfigured) throw notFound('route.not_found');
    const { value, reservation } = await this.attempts.tryProvider(from, async (knownAs) => {
      const begun = await this.states.consume(answer.state, answer.holder);
      if (!begun) throw unauthorized('oidc.state');
      knownPath(begun.returnTo);
      const { issuer, claims } = await this.provider.exchange(answer.query, {
        ...begun,
        state: answer.state,
      });
      const person = readClaims(claims, this.provider.rules);
      if (begun.confirmsSessionId !== null) {
        await this.confirm(begun, issuer, person, current);
        return { person, staff: null };
      }
      return { person, staff: await this.links.resolve(issuer, person, defaults, knownAs) };
    });
    const { person, staff } = value;
    if (!staff) {
      await this.attempts.succeed(reservation);
      return { started: null, endedSessions: [], hasNewStaff: false };
    }
    const started = await this.open(staff, person, from, answer.holder, reservation);
    return { started, endedSessions: staff.endedSessions, hasNewStaff: staff.isNew };
  }

  /** The provider's word for a second factor counts; else an account that has one of its own is asked for it. */
  private async open(
    staff: LinkedStaff,
    { hasSecondFactor: isVouched, sid, authenticatedAt }: ProviderAccount,
    from: SignInOrigin,
    holder: string,
    reservation: Reservation,
  ): Promise<StartedSession> {
    const { account, caller } = await this.sessions.byId(staff.staffId, from);
    if (!account) throw unauthorized('oidc.state');
    if (!isVouched) await this.attempts.succeed(reservation);
    if (!isVouched && hasSecondFactor(account)) {
      await this.states.awaitSecondStep(holder, { identityId: staff.identityId, sid });
      throw unauthorized(missingStep(account));
    }
    const proven = { factor: 'oidc' as const, use: () => Promise.resolve(true), reservation };
    const started = await this.sessions.open(staff.staffId, from, caller, isVouched ? proven : undefined, {
      identityId: staff.identityId,
      sid,
      confirmedAt: authenticatedAt === null ? null : new Date(authenticatedAt * 1_000),
    });
    // A second factor was added in this moment.
    if (!started) throw unauthorized('oidc.state');
    return started;
  }

  /** The person at the desk must be the owner of the session, and must have signed in at the provider just now. */
  private async confirm(
    { confirmsSessionId, began }: BegunSignIn,
    issuer: string,
    { subject, authenticatedAt }: ProviderAccount,
    current: Principal | null,
  ): Promise<void> {
    const isFresh = authenticatedAt !== null && authenticatedAt * 1_000 >= began.getTime() - TOLERANCE_MS;
    const isOwner =
      current?.sessionId === confirmsSessionId && (await this.links.isLinked(current.id, issuer, subject));
    if (!isFresh || !isOwner) throw unauthorized('oidc.not_confirmed');
    await this.unitOfWork.run((tx) => Promise.resolve(confirmSession(tx, current)));
  }
}
