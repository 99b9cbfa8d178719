import { Inject, Injectable } from '@nestjs/common';
import { unauthorized } from '#wasl/kernel';
import { credentialHash, Database } from '#wasl/platform';
import type { SignInOrigin } from '../known-devices.js';
import {
  PasskeyAssertions,
  type PasskeyRequest,
  type PasskeyResponse,
} from '../passkeys/passkey-assertions.service.js';
import { WebauthnChallenges } from '../passkeys/webauthn-challenges.service.js';
import { SecondFactors } from '../second-factor/second-factors.service.js';
import { SessionStarter, type StartedSession, type VerifiedFactor } from '../session-starter.service.js';
import { SignInAttempts } from '../sign-in-attempts.js';
import { OidcStates, type SecondStep } from './oidc-states.service.js';

/** The account's own second factor, after a sign-in at the provider that asked for none. */
@Injectable()
export class OidcSecondStep {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OidcStates) private readonly states: OidcStates,
    @Inject(SecondFactors) private readonly factors: SecondFactors,
    @Inject(PasskeyAssertions) private readonly passkeys: PasskeyAssertions,
    @Inject(WebauthnChallenges) private readonly challenges: WebauthnChallenges,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
    @Inject(SessionStarter) private readonly sessions: SessionStarter,
  ) {}

  /** @param holder secret of the browser's cookie @throws unauthorized `oidc.state` */
  async requestPasskey(holder: string): Promise<PasskeyRequest> {
    const { staffId } = await this.find(holder);
    return this.passkeys.requestFor(staffId, 'second_factor', holder);
  }

  /** @throws unauthorized `oidc.state`, `session.wrong`; too_many */
  async byCode(holder: string, code: string, from: SignInOrigin): Promise<StartedSession> {
    const step = await this.find(holder);
    const started = await this.start(step, holder, from, () => this.factors.checkCode(step.staffId, code));
    if (!started) throw unauthorized('session.wrong');
    return started;
  }

  /** @throws unauthorized `oidc.state`, `session.passkey_wrong`; too_many */
  async byPasskey(
    holder: string,
    challengeId: string,
    answer: PasskeyResponse,
    from: SignInOrigin,
  ): Promise<StartedSession> {
    const step = await this.find(holder);
    const challenge = await this.challenges.consume(challengeId, ['second_factor'], holder);
    const started =
      challenge?.staffId === step.staffId &&
      (await this.start(step, holder, from, async () => {
        const proven = await this.passkeys.check(challenge, answer);
        return proven && { factor: 'passkey' as const, use: proven.use };
      }));
    if (!started) throw unauthorized('session.passkey_wrong');
    return started;
  }

  private async start(
    { staffId, identityId, sid }: SecondStep,
    holder: string,
    from: SignInOrigin,
    check: () => Promise<Pick<VerifiedFactor, 'factor' | 'use'> | null>,
  ): Promise<StartedSession | null> {
    const { caller } = await this.sessions.byId(staffId, from);
    const tried = await this.attempts.trySecondStep(caller, check);
    if (!tried) return null;
    const proven = { ...tried.value, reservation: tried.reservation };
    const openedBy = { identityId, sid, confirmedAt: new Date() };
    const started = await this.sessions.open(staffId, from, caller, proven, openedBy);
    if (started)
      await this.database.query('DELETE FROM oidc_second_step WHERE holder_hash = $1', [
        credentialHash(holder),
      ]);
    return started;
  }

  private async find(holder: string): Promise<SecondStep> {
    const step = holder === '' ? null : await this.states.secondStepOf(holder);
    if (!step) throw unauthorized('oidc.state');
    return step;
  }
}
