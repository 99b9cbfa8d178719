import { Inject, Injectable } from '@nestjs/common';
import { forbidden, unauthorized } from '#wasl/kernel';
import { type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { mayUsePassword } from '../domain/may-use-password.js';
import type { SignInOrigin } from '../known-devices.js';
import { SignInAttempts } from '../sign-in-attempts.js';
import { SessionStarter, type StartedSession } from '../session-starter.service.js';
import { SignIn } from '../sign-in.service.js';
import {
  type PasskeyResponse,
  PasskeyAssertions,
  type PasskeyRequest,
} from './passkey-assertions.service.js';
import { WebauthnChallenges } from './webauthn-challenges.service.js';

/** Signs in with a passkey: alone (with user verification it counts as two factors), or as second factor after the password. */
@Injectable()
export class PasskeySignIn {
  constructor(
    @Inject(WebauthnChallenges) private readonly challenges: WebauthnChallenges,
    @Inject(PasskeyAssertions) private readonly passkeys: PasskeyAssertions,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
    @Inject(SessionStarter) private readonly sessions: SessionStarter,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** Needs no e-mail address, so it reveals nothing about accounts. @param browser secret of the requesting browser */
  request(browser: string): Promise<PasskeyRequest> {
    return this.passkeys.requestForSignIn(browser);
  }

  /** @throws unauthorized `session.wrong` as for password sign-in */
  async requestAfterPassword(
    email: string,
    password: string,
    from: SignInOrigin,
    browser: string,
  ): Promise<PasskeyRequest> {
    const staffId = await this.signIn.requirePassword(email, password, from);
    return this.passkeys.requestFor(staffId, 'second_factor', browser);
  }

  /** @throws unauthorized `session.passkey_wrong` whatever was wrong; too_many `rate.limited` */
  async start(
    challengeId: string,
    answer: PasskeyResponse,
    from: SignInOrigin,
    browser: string,
  ): Promise<StartedSession> {
    const challenge = await this.challenges.consume(challengeId, ['sign_in', 'second_factor'], browser);
    if (!challenge) throw unauthorized('session.passkey_wrong');
    const caller = await this.sessions.callerByPasskey(answer.id, from);
    if (!mayUsePassword(this.settings, caller.subject)) throw forbidden('session.password_off');
    const tried = await this.attempts.trySecondStep(caller, () => this.passkeys.check(challenge, answer));
    const started =
      tried &&
      (await this.sessions.open(tried.value.staffId, from, caller, {
        factor: 'passkey',
        use: tried.value.use,
        reservation: tried.reservation,
      }));
    if (!started) throw unauthorized('session.passkey_wrong');
    return started;
  }
}
